// What is used of hnswlib-node. Declared here because the package is optional: the program must compile where it is absent.
declare module 'hnswlib-node' {
  export interface Graph {
    initIndex(options: { maxElements: number; m: number; efConstruction: number; randomSeed: number }): void
    readIndexSync(filename: string): void
    writeIndexSync(filename: string): void
    resizeIndex(maxElements: number): void
    addPoint(point: number[], label: number): void
    markDelete(label: number): void
    getPoint(label: number): number[]
    searchKnn(
      point: number[],
      neighbours: number,
      filter?: (label: number) => boolean,
    ): { distances: number[]; neighbors: number[] }
    setEf(ef: number): void
    getCurrentCount(): number
    getMaxElements(): number
  }
  const library: { HierarchicalNSW: new (space: 'ip', dimension: number) => Graph }
  export = library
}
