#!/usr/bin/env node
// Where the program starts when it is called by name.
import { runCli } from './run-cli.ts'

// Not process.exit: what still lies in a pipe would be lost.
process.exitCode = await runCli(process.argv.slice(2))
