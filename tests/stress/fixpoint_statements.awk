# fixpoint_statements.awk -- a statement a line in, what stands between its parentheses out, a line each: "name | part".
{
    depth = 0; part = ""; quote = ""; name = ""
    for (i = 1; i <= length($0); i++) {
        c = substr($0, i, 1)
        if (c == quote) quote = ""
        else if (quote == "" && (c == "\047" || c == "\"")) quote = c
        else if (quote == "" && c == "(" && depth++ == 0) { name = part; part = ""; continue }
        else if (quote == "" && c == ")") depth--
        if ((quote == "" && c == "," && depth == 1) || (c == ")" && depth == 0 && quote == "")) { show(); part = ""; continue }
        if (c != "\"") part = part c
    }
    show()
}
function show() { gsub(/[ \t]+/, " ", part); sub(/^ /, "", part); sub(/ $/, "", part); print name " | " part }
