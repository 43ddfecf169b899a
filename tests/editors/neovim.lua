-- Opens an article in Neovim as the documentation says, waits for findings, makes a fix as its user would.
-- Prints what it saw; tests/editors.rs compares.
local root, article = vim.env.TEXTCHECK_ROOT, vim.env.TEXTCHECK_ARTICLE
local function print(words) io.stdout:write(words .. '\n') end

vim.opt.runtimepath:prepend(root .. '/editors/nvim')
vim.cmd('filetype on')
if vim.lsp.config then
  vim.lsp.enable('textcheck')
  vim.cmd('edit ' .. article)
else
  -- Before 0.11 there is no vim.lsp.enable.
  vim.cmd('edit ' .. article)
  local config = dofile(root .. '/editors/nvim/lsp/textcheck.lua')
  config.root_dir = vim.fn.fnamemodify(article, ':h')
  vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
end

if not vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20) then
  print('no findings')
  vim.cmd('cquit')
end
for _, found in ipairs(vim.diagnostic.get(0)) do
  print(('%d:%d %s %s'):format(found.lnum + 1, found.col + 1, found.code or '', found.message:match('[^\n]*')))
end

vim.api.nvim_win_set_cursor(0, { 1, tonumber(vim.env.TEXTCHECK_COLUMN) })
local function meant(action) return action.title:match('^Replace') ~= nil end
if vim.fn.has('nvim-0.8') == 1 then
  vim.lsp.buf.code_action({ filter = meant, apply = true })
else
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 20000)) do
    for _, action in ipairs(answer.result) do
      if meant(action) then vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16') end
    end
  end
end
vim.wait(20000, function() return vim.bo.modified end, 20)
vim.wait(20000, function() return #vim.diagnostic.get(0) == 0 end, 20)
print('then ' .. #vim.diagnostic.get(0))
print(table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n'))
vim.cmd('qall!')
