" Checks an article as `:make` does, and prints the quickfix list; tests/editors.rs compares.
let &runtimepath = $TEXTCHECK_ROOT . '/editors/vim,' . &runtimepath
execute 'edit' fnameescape($TEXTCHECK_ARTICLE)
compiler textcheck
silent make!
let s:shown = map(getqflist(), {_, found -> printf('%s:%d:%d: %s %s',
      \ fnamemodify(bufname(found.bufnr), ':t'), found.lnum, found.col, found.type, trim(found.text))})
call writefile(s:shown, '/dev/stdout')
qall!
