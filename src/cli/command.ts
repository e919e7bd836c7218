// What is a command? Its name, its options and what it does; arguments.ts reads them, help.ts explains them.
import type { Config, Environment } from '../config.ts'
import type { ParsedArguments } from './arguments.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Words } from './language.ts'
import type { Output } from './output.ts'

export interface OptionSpec {
  /** `flag` takes no value; `list` may be given several times. */
  readonly kind: 'flag' | 'text' | 'list'
  /** What stands for the value in the help: `DIR`, `N`. */
  readonly value?: string
  readonly help: Words
}

export interface CommandContext {
  readonly args: ParsedArguments
  readonly output: Output
  /** Picks the language of this run. */
  say(words: Words): string
  /** Fires at Ctrl-C and when asked to end. */
  readonly signal: AbortSignal
  readonly env: Environment
  /**
   * @param overrides settings given as options, under their environment names
   * @throws AppError `bad-input` naming every setting at fault
   */
  config(overrides?: Environment): Config
}

export interface Command {
  readonly name: string
  /** `[DIR]`, `QUESTION`; empty when the command takes none. */
  readonly operands: string
  readonly mostOperands: number
  readonly summary: Words
  /** By name, without the dashes; `--json` and `--help` are every command's. */
  readonly options: Readonly<Record<string, OptionSpec>>
  readonly examples: readonly string[]
  run(context: CommandContext): Promise<ExitCode>
}

/** Of every command that uses what was learnt. */
export const INDEX_OPTION: OptionSpec = {
  kind: 'text',
  value: 'DIR',
  help: { en: 'folder of what was learnt (WENBAO_INDEX)', zh: '存放学习结果的文件夹（WENBAO_INDEX）' },
}
