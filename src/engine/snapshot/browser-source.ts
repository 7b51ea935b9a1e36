/**
 * A snapshot's parts in a browser worker. The page loads and unpacks them in the background and hands them over
 * as Blobs, which cost nothing to share; a file is read out of its Blob when PostgreSQL first wants it. A part
 * that has not arrived by then is fetched here, synchronously: only workers may do that.
 */
import { gunzipSync } from 'fflate'
import { LoadError } from '../contract/index.ts'
import { partOf, type PartSource, type SnapshotManifest } from './format.ts'

/** In lib.webworker, not in lib.dom. */
interface SyncReader {
  readAsArrayBuffer(blob: Blob): ArrayBuffer
}
declare const FileReaderSync: new () => SyncReader

export class BrowserSource implements PartSource {
  private readonly manifest: SnapshotManifest
  private readonly snapshotUrl: string
  private readonly parts: Map<string, Blob>
  private readonly reader = new FileReaderSync()

  /** @param snapshotUrl absolute URL of the snapshot's folder, with a slash at the end */
  constructor(manifest: SnapshotManifest, snapshotUrl: string, parts: Readonly<Record<string, Blob>>) {
    this.manifest = manifest
    this.snapshotUrl = snapshotUrl
    this.parts = new Map(Object.entries(parts))
  }

  /** A part that has arrived, unpacked. */
  add(part: string, blob: Blob): void {
    this.parts.set(part, blob)
  }

  /** @throws LoadError where the part has not arrived and cannot be fetched either */
  read(name: string, offset: number, length: number): Uint8Array {
    const blob = this.parts.get(name) ?? this.fetchNow(name)
    return new Uint8Array(this.reader.readAsArrayBuffer(blob.slice(offset, offset + length)))
  }

  private fetchNow(name: string): Blob {
    const { file, bytes } = partOf(this.manifest, name)
    const request = new XMLHttpRequest()
    request.open('GET', this.snapshotUrl + file, false)
    request.responseType = 'arraybuffer'
    const what = `Part ${name} of the dataset could not be loaded:`
    try {
      request.send()
    } catch {
      throw new LoadError('offline', `${what} the network is not reachable.`)
    }
    if (request.status === 404 || request.status === 410)
      throw new LoadError('outdated', `${what} another version of this site has taken its place.`)
    if (request.status !== 200)
      throw new LoadError('server', `${what} the server answered ${request.status}.`)
    const unpacked = gunzipSync(new Uint8Array(request.response as ArrayBuffer), {
      out: new Uint8Array(bytes),
    })
    const blob = new Blob([unpacked])
    this.parts.set(name, blob)
    return blob
  }
}
