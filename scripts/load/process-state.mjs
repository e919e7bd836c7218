// What does a process hold right now? Read from /proc, so it is known for Linux alone.
import { readdirSync, readFileSync } from 'node:fs'

/** Resident memory in megabytes; 0 when the process is gone. */
export function rssOf(pid) {
  return numberIn(`/proc/${pid}/status`, /VmRSS:\s+(\d+)/) / 1024
}

/** Most that it ever had. */
export function peakRssOf(pid) {
  return numberIn(`/proc/${pid}/status`, /VmHWM:\s+(\d+)/) / 1024
}

/** Files, sockets and pipes. */
export function openFilesOf(pid) {
  return readdirSync(`/proc/${pid}/fd`).length
}

/** Ids of the processes that a process has started and that haven't ended. */
export function childrenOf(pid) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => numberIn(`/proc/${name}/status`, /PPid:\s+(\d+)/) === pid)
    .map(Number)
}

function numberIn(path, pattern) {
  try {
    return Number(pattern.exec(readFileSync(path, 'utf8'))?.[1] ?? 0)
  } catch {
    // It has ended meanwhile.
    return 0
  }
}
