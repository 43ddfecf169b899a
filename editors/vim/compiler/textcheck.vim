" textcheck as a compiler: `:compiler textcheck`, then `:make` checks the file and fills the quickfix list.
if exists('current_compiler')
  finish
endif
let current_compiler = 'textcheck'

let s:save_cpo = &cpo
set cpo&vim

CompilerSet makeprg=textcheck\ --format\ short\ --quiet\ --all\ %:S
" path:line:column: severity[rule] message
CompilerSet errorformat=%f:%l:%c:\ %trror[%.%#]\ %m,
		       \%f:%l:%c:\ %tarning[%.%#]\ %m,
		       \%f:%l:%c:\ suggestion[%.%#]\ %m,
		       \%-G%.%#

let &cpo = s:save_cpo
unlet s:save_cpo
