/** Entry: PostgreSQL is what takes longest, so it starts before anything else is even loaded. */
import { browserEngines } from './engine/host/client.ts'
import { defaultDataset } from './dataset/registry.ts'

/**
 * Where processors are few, PostgreSQL's code is compiled before the interface is, ms: measured on two, the interface
 * comes that much later and the first baseline that much earlier.
 */
const AHEAD = 400

const { name, defaultScale, firstQuery } = defaultDataset()
const ref = { dataset: name, scale: defaultScale }
const engine = browserEngines(new URL('./', document.baseURI).href)
// Asked for, so that it starts; what it is needed for comes later.
engine(ref)

try {
  if (navigator.hardwareConcurrency <= 2) await new Promise((resolve) => setTimeout(resolve, AHEAD))
  const loading = [import('./ui/mount.tsx'), import('./compose.ts')] as const
  // Either is answered below, whichever fails first.
  for (const part of loading) part.catch(() => {})
  const { compose } = await loading[1]
  const app = compose({ defaultDataset: { ...ref, firstQuery }, engine })
  const { mount } = await loading[0]
  const root = document.getElementById('root')
  if (root) mount(root, app)
} catch (error) {
  // The rest of index.html says what to do.
  document.documentElement.dataset['notLoaded'] = ''
  console.error(error)
}
