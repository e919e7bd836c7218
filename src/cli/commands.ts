// Which commands are there? In the order in which a newcomer needs them.
import type { Command } from './command.ts'
import { askCommand } from './commands/ask.ts'
import { backupCommand, restoreCommand } from './commands/backup.ts'
import { doctorCommand } from './commands/doctor.ts'
import { evalCommand } from './commands/eval.ts'
import { indexCommand } from './commands/index-folder.ts'
import { keyCommand } from './commands/key.ts'
import { mcpCommand } from './commands/mcp.ts'
import { outlineCommand } from './commands/outline.ts'
import { searchCommand } from './commands/search.ts'
import { serveCommand } from './commands/serve.ts'
import { statusCommand } from './commands/status.ts'

export const COMMANDS: readonly Command[] = [
  askCommand,
  searchCommand,
  serveCommand,
  indexCommand,
  mcpCommand,
  outlineCommand,
  evalCommand,
  statusCommand,
  doctorCommand,
  keyCommand,
  backupCommand,
  restoreCommand,
]
