/* Plays the graphs of tests/golden/graph: each text file describes a history and asks questions,
 * and what the library answers must be what stands in the file.
 *
 *     # anything after a hash is ignored, and so are empty lines
 *     rev a1 doc first things
 *     rev b1 <- a1 label api
 *     rev c1 <- a1 on b1
 *     $ upgrade heads from a1
 *       upgrade a1 -> b1
 *         update a1 b1
 *
 * `rev ID [<- PARENT...] [on DEPENDENCY...] [label LABEL...] [doc TEXT]`; questions are the rows of
 * the table below, `from` is followed by the rows of the version table. To add a case, write the
 * revisions and the questions, run this program with `-` and the file as its input, read what it
 * prints with care, and keep that. */
#include "unit.h"

#include "rev/rev.h"

#include <stdlib.h>
#include <unistd.h>

typedef struct Player {
    RevisionVec revisions;
    Graph *graph;
    Err *broken; /* what building the graph raised */
    size_t warnings_shown;
    StrVec words, rows; /* of the question */
    Buf out;
} Player;

/* --- reading ---------------------------------------------------------------------------------- */

static StrVec split_words(const char *p)
{
    StrVec words = {0};
    for (;;) {
        p += strspn(p, " ");
        size_t length = strcspn(p, " ");
        if (!length)
            return words;
        vec_push(&words, str_new(p, length));
        p += length;
    }
}

static Revision *read_revision(const char *line)
{
    const char *doc = strstr(line, " doc ");
    Str *front = doc ? str_new(line, (size_t)(doc - line)) : str_from(line);
    StrVec words = split_words(front->text);
    Revision *r = new (Revision);
    StrVec unused = {0}, *list = &unused;
    r->id = words.length > 1 ? words.at[1] : str_empty;
    r->path = str_format("/versions/%s.py", r->id->text);
    revision_set_docstring(r, doc ? str_from(doc + 5) : NULL);
    for (size_t i = 2; i < words.length; i++) {
        if (str_is(words.at[i], "<-"))
            list = &r->down_revisions;
        else if (str_is(words.at[i], "on"))
            list = &r->depends_on;
        else if (str_is(words.at[i], "label"))
            list = &r->own_labels;
        else
            vec_push(list, words.at[i]);
    }
    return r;
}

static void read_question(Player *player, const char *line)
{
    StrVec words = split_words(line);
    player->words = player->rows = (StrVec){0};
    StrVec *list = &player->words;
    for (size_t i = 0; i < words.length; i++) {
        if (str_is(words.at[i], "from"))
            list = &player->rows;
        else
            vec_push(list, words.at[i]);
    }
}

static Str *word(const Player *player, size_t i)
{
    if (i >= player->words.length)
        raise_usage("the question lacks a word");
    return player->words.at[i];
}

static Symbols rest(const Player *player)
{
    StrVec words = {0};
    for (size_t i = 1; i < player->words.length; i++)
        vec_push(&words, player->words.at[i]);
    return symbols_tuple(words);
}

static Symbols optional(const Player *player, size_t i)
{
    Str *s = i < player->words.length ? player->words.at[i] : NULL;
    return s && !str_is(s, "-") ? symbols_one(s) : symbols_none();
}

/* --- answers ---------------------------------------------------------------------------------- */

static int compare(const void *a, const void *b)
{
    return str_compare(*(Str *const *)a, *(Str *const *)b);
}

static void write_rows(Player *player, const RowChangeVec *changes)
{
    for (size_t i = 0; i < changes->length; i++) {
        const RowChange *c = &changes->at[i];
        if (c->kind == ROW_INSERT)
            buf_format(&player->out, "    insert %s\n", c->to->text);
        else if (c->kind == ROW_DELETE)
            buf_format(&player->out, "    delete %s\n", c->from->text);
        else
            buf_format(&player->out, "    update %s %s\n", c->from->text, c->to->text);
    }
}

static void write_warnings(Player *player)
{
    const Graph *graph = player->graph;
    for (; graph && player->warnings_shown < graph->warnings.length; player->warnings_shown++)
        /* the reference's words; which files it is about comes behind a colon, and what to type in
         * the place of its full stop */
        buf_format(&player->out, "  warning: %.*s%s\n",
                   (int)strcspn(graph->warnings.at[player->warnings_shown]->text, ":"),
                   graph->warnings.at[player->warnings_shown]->text,
                   strstr(graph->warnings.at[player->warnings_shown]->text, "release:") ? "." : "");
}

static void answer_steps(Player *player, StepVec steps)
{
    StrVec rows = {0};
    write_warnings(player);
    for (size_t i = 0; i < player->rows.length; i++)
        vec_push(&rows, player->rows.at[i]);
    for (size_t i = 0; i < steps.length; i++) {
        buf_format(&player->out, "  %s\n", step_log(&steps.at[i])->text);
        RowChangeVec changes = step_rows(player->graph, &steps.at[i], &rows);
        write_rows(player, &changes);
    }
    if (rows.length)
        qsort(rows.at, rows.length, sizeof *rows.at, compare);
    buf_text(&player->out, "  rows");
    for (size_t i = 0; i < rows.length; i++)
        buf_format(&player->out, " %s", rows.at[i]->text);
    buf_char(&player->out, '\n');
}

static void answer_text(Player *player, const Buf *text)
{
    const char *p = text->data;
    while (p && *p) {
        size_t length = strcspn(p, "\n");
        buf_text(&player->out, "  |");
        buf_bytes(&player->out, p, length);
        buf_char(&player->out, '\n');
        p += length + 1;
    }
}

static void answer_ids(Player *player, StrVec ids)
{
    for (size_t i = 0; i < ids.length; i++)
        buf_format(&player->out, "  %s\n", ids.at[i]->text);
}

static void ask_upgrade(Player *player)
{
    answer_steps(player, plan_upgrade(player->graph, word(player, 1), symbols_tuple(player->rows)));
}

static void ask_downgrade(Player *player)
{
    answer_steps(player,
                 plan_downgrade(player->graph, word(player, 1), symbols_tuple(player->rows)));
}

static void ask_stamp(Player *player)
{
    answer_steps(player, plan_stamp(player->graph, rest(player), player->rows));
}

static void ask_history(Player *player)
{
    Buf text = {0};
    write_history(&text, player->graph, optional(player, 1), optional(player, 2), (ListStyle){0},
                  player->rows.length > 0, player->rows);
    answer_text(player, &text);
}

static void ask_verbose(Player *player)
{
    Buf text = {0};
    write_history(&text, player->graph, optional(player, 1), optional(player, 2), (ListStyle){.verbose = true}, false,
                  player->rows);
    answer_text(player, &text);
}

static void ask_heads(Player *player)
{
    Buf text = {0};
    write_heads(&text, player->graph, (ListStyle){0}, false);
    answer_text(player, &text);
}

static void ask_real_heads(Player *player)
{
    Buf text = {0};
    write_heads(&text, player->graph, (ListStyle){0}, true);
    answer_text(player, &text);
}

static void ask_bases(Player *player)
{
    answer_ids(player, revision_ids(&player->graph->bases));
}

static void ask_branches(Player *player)
{
    Buf text = {0};
    write_branches(&text, player->graph, (ListStyle){.verbose = true});
    answer_text(player, &text);
}

static void ask_current(Player *player)
{
    Buf text = {0};
    write_current(&text, player->graph, player->rows, (ListStyle){0});
    answer_text(player, &text);
}

static void ask_get(Player *player)
{
    Revision *r = graph_find_revision(player->graph, word(player, 1));
    buf_format(&player->out, "  %s\n", r ? r->id->text : "(base)");
}

static void ask_get_all(Player *player)
{
    RevisionVec found = graph_find_revisions(player->graph, rest(player));
    answer_ids(player, revision_ids(&found));
}

static void ask_labels(Player *player)
{
    for (size_t i = 0; i < player->graph->revisions.length; i++) {
        const Revision *r = player->graph->revisions.at[i];
        buf_format(&player->out, "  %s:", r->id->text);
        for (size_t k = 0; k < r->branch_labels.length; k++)
            buf_format(&player->out, " %s", r->branch_labels.at[k]->text);
        buf_char(&player->out, '\n');
    }
}

/* new HEAD...: the parents a new revision would get; `splice` as the first word allows any. */
static void ask_new(Player *player)
{
    NewRevisionRequest request = {.id = str_from("new1"), .head = rest(player)};
    if (request.head.at.length && str_is(request.head.at.at[0], "splice")) {
        request.splice = true;
        vec_remove(&request.head.at, 0);
    }
    if (!request.head.at.length)
        request.head = symbols_none();
    vec_push(&request.locations, str_from("/versions"));
    NewRevision plan = new_revision_plan(player->graph, &request);
    answer_ids(player, plan.down_revisions);
}

/* add REV-LINE: the graph after a file was written, shown by its heads. */
static void ask_add(Player *player)
{
    Buf line = {0};
    for (size_t i = 0; i < player->words.length; i++)
        buf_format(&line, "%s%s", i ? " " : "", player->words.at[i]->text);
    graph_add(player->graph, read_revision(line.data));
    ask_heads(player);
    ask_real_heads(player);
}

static const struct {
    const char *word;
    void (*ask)(Player *player);
} questions[] = {
    {"upgrade", ask_upgrade},
    {"downgrade", ask_downgrade},
    {"stamp", ask_stamp},
    {"history", ask_history},
    {"verbose", ask_verbose},
    {"heads", ask_heads},
    {"real-heads", ask_real_heads},
    {"bases", ask_bases},
    {"branches", ask_branches},
    {"current", ask_current},
    {"get", ask_get},
    {"get-all", ask_get_all},
    {"labels", ask_labels},
    {"new", ask_new},
    {"add", ask_add},
};

static void ask(void *arg)
{
    Player *player = arg;
    for (size_t i = 0; i < COUNT_OF(questions); i++) {
        if (str_is(word(player, 0), questions[i].word)) {
            questions[i].ask(player);
            return;
        }
    }
    raise_usage("unknown question");
}

/* --- playing ---------------------------------------------------------------------------------- */

static void build(void *arg)
{
    Player *player = arg;
    player->graph = graph_new(player->revisions);
}

static void write_error(Player *player, const Err *err)
{
    buf_format(&player->out, "  error: %s\n", err->message->text);
}

static void play_question(Player *player, const char *line)
{
    if (!player->graph && !player->broken)
        player->broken = protect(build, player);
    write_warnings(player);
    read_question(player, line);
    Err *err = player->broken ? player->broken : protect(ask, player);
    write_warnings(player);
    if (err)
        write_error(player, err);
}

static void play_line(Player *player, const char *line)
{
    if (line[0] == ' ')
        return; /* an answer: written anew */
    buf_format(&player->out, "%s\n", line);
    if (strncmp(line, "rev ", 4) == 0) {
        if (player->graph || player->broken)
            *player = (Player){.out = player->out};
        vec_push(&player->revisions, read_revision(line));
    }
    if (line[0] == '$')
        play_question(player, line + 1);
}

/* The text with its answers as they are now. */
static Str *play(const Str *text)
{
    Player player = {0};
    const char *p = text->text;
    while (*p) {
        size_t length = strcspn(p, "\n");
        play_line(&player, str_new(p, length)->text);
        p += length + (p[length] == '\n');
    }
    return buf_str(&player.out);
}

TEST(golden_graphs_answer_as_written)
{
    Str *folder = str_from("tests/golden/graph");
    StrVec names = directory_list(folder);
    size_t files = 0;
    for (size_t i = 0; i < names.length; i++) {
        if (!str_ends_with(names.at[i], ".txt"))
            continue;
        Str *text = file_read(path_join(folder, names.at[i]->text));
        Str *now = play(text);
        files++;
        if (!str_equal(text, now))
            printf("# %s differs\n", names.at[i]->text);
        CHECK(str_equal(text, now));
    }
    CHECK(files > 0);
}

static void play_input(void *arg)
{
    Buf text = {0};
    char block[4096];
    ssize_t got;
    while ((got = read(STDIN_FILENO, block, sizeof block)) > 0)
        buf_bytes(&text, block, (size_t)got);
    fputs(play(buf_str(&text))->text, stdout);
}

int main(int count, char **arguments)
{
    if (count < 2 || strcmp(arguments[1], "-") != 0)
        return unit_main();
    mem_init();
    Err *err = protect(play_input, NULL);
    if (err)
        fprintf(stderr, "%s\n", err->message->text);
    return err != NULL;
}
