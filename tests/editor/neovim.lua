-- The language server in Neovim: open a file, see what is wrong, mend it, complete, hover.
-- Run by scripts/test-editor.sh; KVSPEC names the command.

local failures = 0

local function fail(message)
  failures = failures + 1
  io.stderr:write("neovim: " .. message .. "\n")
end

local function check(condition, message)
  if not condition then
    fail(message)
  end
  return condition
end

local function finish()
  if failures > 0 then
    vim.cmd("cquit 1")
  end
  io.stdout:write("Neovim " .. tostring(vim.version().major) .. "." .. tostring(vim.version().minor)
    .. ": the language server is heard\n")
  vim.cmd("qall!")
end

local folder = vim.fn.tempname()
vim.fn.mkdir(folder, "p")

local function write(name, lines)
  local path = folder .. "/" .. name
  vim.fn.writefile(lines, path)
  return path
end

write("variables.tf", { 'variable "class" {', '  default = "redis.shard.smal.2.ce"', "}" })

local module = write("main.tf", {
  'resource "alicloud_kvstore_instance" "session" {',
  '  db_instance_name = "缓存😀"',
  "  instance_class   = var.class",
  '  engine_version   = "7.0"',
  '  payment_type     = "PrePaid"',
  "  period           = 10",
  "  vswitch_id       = var.vswitch",
  "}",
})

local template = write("stack.yaml", {
  "ROSTemplateFormatVersion: '2015-09-01'",
  "Resources:",
  "  Cache:",
  "    Type: ALIYUN::REDIS::Instance",
  "    Properties:",
  "      instanceclass: redis.shard.small.2.ce",
  "      EngineVersion: '7.0'",
  "      VSwitchId: vsw-1",
})

local client = vim.lsp.start_client({
  name = "kvspec",
  cmd = { os.getenv("KVSPEC") or "kvspec", "lsp" },
  root_dir = folder,
  on_error = function(code, problem)
    fail("client error " .. tostring(code) .. ": " .. vim.inspect(problem))
  end,
})
if not check(client, "the server does not start") then
  finish()
end

local function open(path)
  vim.cmd("edit! " .. vim.fn.fnameescape(path))
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(buffer, client)
  return buffer
end

local function codes(buffer)
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    local lsp = each.user_data and each.user_data.lsp or {}
    found[tostring(each.code or lsp.code)] = each
  end
  return found
end

local function wait(message, condition)
  return check(vim.wait(10000, condition, 10), message)
end

local function request(buffer, method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 10000) or {}
  local answer = answers[client] or {}
  check(not answer.err and not answer.error, method .. ": " .. vim.inspect(answer))
  return answer.result
end

-- Findings, with the place in the units that were agreed on.
local buffer = open(module)
wait("a wrong period is not told", function()
  return codes(buffer)["invalid-value"] ~= nil
end)
local period = codes(buffer)["invalid-value"]
if period then
  check(period.lnum == 5 and period.col == 21, "the period stands elsewhere: " .. vim.inspect(period))
end
check(codes(buffer)["unknown-class"], "the class of the variable is not followed")

-- A change is taken over, behind characters outside of the basic plane too.
vim.api.nvim_buf_set_text(buffer, 1, #'  db_instance_name = "缓存😀', 1, #'  db_instance_name = "缓存😀', { "-b" })
vim.api.nvim_buf_set_lines(buffer, 5, 6, false, { "  period           = 12" })
wait("a period that was mended is still told", function()
  return codes(buffer)["invalid-value"] == nil
end)

-- An outline.
local symbols = request(buffer, "textDocument/documentSymbol", { textDocument = vim.lsp.util.make_text_document_params() })
check(symbols and symbols[1] and symbols[1].name == "alicloud_kvstore_instance.session", "there is no outline")

-- Hovering.
vim.api.nvim_win_set_cursor(0, { 6, 4 })
local hover = request(buffer, "textDocument/hover", vim.lsp.util.make_position_params())
check(hover and hover.contents.value:find("`period`", 1, true), "hovering tells nothing of the period")

-- Where a value comes from.
vim.api.nvim_win_set_cursor(0, { 3, 26 })
local place = request(buffer, "textDocument/definition", vim.lsp.util.make_position_params())
check(place and place.uri:find("variables.tf", 1, true), "the variable is not found")

-- Completion, as Neovim asks for it itself.
vim.api.nvim_buf_set_lines(buffer, 5, 6, false, { '  backup_peri' })
vim.api.nvim_win_set_cursor(0, { 6, 13 })
local params = vim.lsp.util.make_position_params()
params.position.character = 13
local items = request(buffer, "textDocument/completion", params)
local offered = vim.lsp.util.text_document_completion_list_to_complete_items(items or {}, "backup_peri")
local words = {}
for _, item in ipairs(offered) do
  words[#words + 1] = item.abbr or item.word
end
check(vim.tbl_contains(words, "backup_period"), "backup_period is not offered: " .. table.concat(words, " "))
check(not vim.tbl_contains(words, "engine_version"), "engine_version is there, and offered again")

-- A fix, applied by the editor.
buffer = open(template)
wait("a name in another case is not told", function()
  return codes(buffer)["parameter-case"] ~= nil
end)
vim.api.nvim_win_set_cursor(0, { 6, 8 })
local range = vim.lsp.util.make_range_params()
range.context = { diagnostics = {}, only = { "quickfix" } }
local fixed
for _, action in ipairs(request(buffer, "textDocument/codeAction", range) or {}) do
  if action.isPreferred and not fixed then
    fixed = action
  end
end
if check(fixed, "there is no fix") then
  vim.lsp.util.apply_workspace_edit(fixed.edit, vim.lsp.get_client_by_id(client).offset_encoding)
  local line = vim.api.nvim_buf_get_lines(buffer, 5, 6, false)[1]
  check(line == "      InstanceClass: redis.shard.small.2.ce", "the fix made: " .. line)
  wait("a name that was mended is still told", function()
    return codes(buffer)["parameter-case"] == nil
  end)
end

-- The server ends when it is asked to.
vim.lsp.stop_client(client)
check(vim.wait(5000, function()
  return vim.lsp.client_is_stopped(client)
end, 10), "the server does not end")
finish()
