// From what was typed to an exit code: finds the command, runs it, and says what went wrong in words.
import { processEnvironment, readProcessConfig } from '../config.ts'
import { AppError } from '../errors.ts'
import { refusedBy, refusedIn } from '../faults/fault.ts'
import { programVersion } from '../version.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { COMMANDS } from './commands.ts'
import { EXIT, EXIT_OF_ERROR, type ExitCode } from './exit-codes.ts'
import { commandHelp, programHelp } from './help.ts'
import { type Language, languageOf, type Words } from './language.ts'
import { nearestWord } from './nearest.ts'
import { type Output, openOutput } from './output.ts'

/** @param typed what follows the program's name */
export async function runCli(typed: readonly string[]): Promise<ExitCode> {
  const env = processEnvironment()
  const language = languageOf(env)
  const stop = new AbortController()
  let isReaderGone = false
  const output = openOutput(process.stdout, process.stderr, env, () => {
    isReaderGone = true
    stop.abort()
  })
  const interrupt = () => stop.abort()
  // Once: whoever asks a second time is obeyed at once.
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  try {
    const [name = '', ...rest] = typed
    const command = COMMANDS.find((candidate) => candidate.name === name)
    if (command === undefined) return runProgram(typed, output, language)
    const args = readArguments(rest, command.options, command.mostOperands)
    if (args.flag('help')) {
      output.data(commandHelp(command, language))
      return EXIT.ok
    }
    const say = (words: Words) => words[language]
    const config = readProcessConfig
    return await command.run({ args, output, say, signal: stop.signal, env, config })
  } catch (error) {
    if (isReaderGone) return EXIT.ok
    return report(error, output, language)
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

/** Without a command: help and version, or the nearest command to what was typed. */
function runProgram(typed: readonly string[], output: Output, language: Language): ExitCode {
  const [first, second] = typed
  if (first === undefined) {
    output.note(programHelp(COMMANDS, language))
    return EXIT.usage
  }
  if (first === '--version' || first === 'version') {
    output.data(programVersion())
    return EXIT.ok
  }
  if (!['--help', '-h', 'help'].includes(first)) throw unknownCommand(first)
  const asked = COMMANDS.find((command) => command.name === second)
  if (second !== undefined && asked === undefined) throw unknownCommand(second)
  output.data(asked === undefined ? programHelp(COMMANDS, language) : commandHelp(asked, language))
  return EXIT.ok
}

function unknownCommand(typed: string): AppError {
  if (typed.startsWith('-')) {
    return new AppError('bad-input', `${typed} stands where a command should.`, {
      hint: 'See wenbao --help.',
    })
  }
  const names = COMMANDS.map((command: Command) => command.name)
  const near = nearestWord(typed, names)
  return new AppError('bad-input', `There is no command ${typed}.`, {
    hint: near === undefined ? `Commands: ${names.join(', ')}` : `Did you mean wenbao ${near}?`,
  })
}

function report(error: unknown, output: Output, language: Language): ExitCode {
  if (error instanceof AppError) {
    const said = refusedBy(error)
    // In English the message itself, which names the file as well.
    const { reason, hint } = language === 'en' ? said : refusedIn(said, language)
    output.note(hint === undefined ? reason : `${reason}\n${hint}`)
    return EXIT_OF_ERROR[error.code]
  }
  if (error instanceof Error && error.name === 'AbortError') {
    output.note(language === 'zh' ? '已中断。' : 'Interrupted.')
    return EXIT.interrupted
  }
  output.note(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  return EXIT.failed
}
