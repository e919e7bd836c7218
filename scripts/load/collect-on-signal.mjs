// What does a process hold, apart from what only waits to be collected? Loaded into one that is measured: SIGUSR2 collects everything.
// Needs --expose-gc.
process.on('SIGUSR2', () => globalThis.gc())
