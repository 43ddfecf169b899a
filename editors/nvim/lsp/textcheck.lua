-- textcheck in Neovim 0.11 or later: put this folder's parent on the runtimepath (or copy this file to
-- ~/.config/nvim/lsp/) and write `vim.lsp.enable('textcheck')`.
return {
  cmd = { 'textcheck', 'lsp' },
  -- Of YAML, only textcheck.yaml and rule files are looked at.
  filetypes = { 'text', 'markdown', 'html', 'yaml' },
  root_markers = { 'textcheck.yaml', '.git' },
}
