// What may a test ask process-state.mjs? Of a process by its id; memory in megabytes.

export function rssOf(pid: number): number
export function peakRssOf(pid: number): number
export function openFilesOf(pid: number): number
export function childrenOf(pid: number): number[]
