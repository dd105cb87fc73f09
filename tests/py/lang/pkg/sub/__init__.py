CONST = "sub constant"
