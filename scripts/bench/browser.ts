/** Start, Run, reset and Stop in a browser, against a bare page that starts the same PGlite. */
import { chromium, type Browser, type BrowserContext, type Page, type Request } from '@playwright/test'
import type { Engine, Job } from '../../src/engine/contract/index.ts'
import { median } from '../../src/shared/median.ts'
import { heading, line, ms } from './print.ts'
import { chromiumPath, startSite } from './site.ts'

const ARGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  )
/** The course's first lesson. */
const LESSON = '#/lesson/invitation-code'
const BARE = 'tests/bench/bare.html'
const ROUNDS = 5

/**
 * Notes in `window.shown` when the page shows what it was opened for (ms from navigation): the answer, or the baseline's
 * buffers. It looks after changes of the document and not in every frame, which would keep the page drawing.
 */
const WATCH = `
  addEventListener('DOMContentLoaded', () => {
    const shows = () => {
      const answer = document.querySelector('#answer')
      if (answer) return answer.textContent !== ''
      const cell = document.querySelector('section[aria-label="Figures before and after"] tbody td')
      return cell !== null && /^[0-9]/.test(cell.textContent ?? '')
    }
    const observer = new MutationObserver(() => {
      if (!shows()) return
      observer.disconnect()
      requestAnimationFrame(() => (window.shown = performance.now()))
    })
    observer.observe(document, { subtree: true, childList: true, characterData: true })
  })
`

/** Milliseconds from navigation to the frame in which the page shows what it was opened for. */
async function start(page: Page, url: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(url, { waitUntil: 'commit' })
  const handle = await page.waitForFunction('window.shown', null, { polling: 50, timeout: 60_000 })
  return Number(await handle.jsonValue())
}

async function watchedContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext()
  await context.addInitScript(WATCH)
  return context
}

async function starts(browser: Browser, site: string) {
  const paths = { bare: BARE, stock: `${BARE}?stock`, lesson: LESSON }
  const cold: Record<keyof typeof paths, number[]> = { bare: [], stock: [], lesson: [] }
  const warm: Record<keyof typeof paths, number[]> = { bare: [], stock: [], lesson: [] }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, path] of Object.entries(paths) as [keyof typeof paths, string][]) {
      const context = await watchedContext(browser)
      const page = await context.newPage()
      cold[name].push(await start(page, site + path))
      warm[name].push(await start(page, site + path))
      await context.close()
    }
  }
  heading(`Start: first baseline on screen, median of ${ROUNDS}`)
  for (const [kind, times] of [
    ['cold', cold],
    ['warm', warm],
  ] as const) {
    const lesson = median(times.lesson)
    const bare = median(times.bare)
    const stock = median(times.stock)
    line(
      `${kind} start over a bare page, same snapshot`,
      (lesson / bare).toFixed(2),
      `${ms(lesson)} over ${ms(bare)}`,
    )
    line(
      `${kind} start over a bare page, stock PGlite`,
      (lesson / stock).toFixed(2),
      `${ms(lesson)} over ${ms(stock)}`,
    )
  }
}

async function transferred(browser: Browser, site: string): Promise<void> {
  const context = await watchedContext(browser)
  const page = await context.newPage()
  const requests: Request[] = []
  page.on('requestfinished', (request) => requests.push(request))
  await start(page, site + LESSON)
  const sizes = await Promise.all(requests.map((request) => request.sizes()))
  const bytes = sizes.reduce((sum, size) => sum + size.responseHeadersSize + size.responseBodySize, 0)
  heading('Bytes')
  line(
    'transferred before the first baseline',
    `${(bytes / 1e6).toFixed(1)} MB`,
    'as this server sends it, without compression of .wasm',
  )
  await context.close()
}

/** The engine of the bare page, called in the page. */
async function engineTimes(browser: Browser, site: string): Promise<void> {
  const page = await (await watchedContext(browser)).newPage()
  // tsx marks functions with a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (value) => value')
  await start(page, `${site}${BARE}?standby`)
  const base = { dataset: 'entreprinder', scale: 0.5 }
  const query =
    'SELECT id, sender_id, message, sent_at FROM crush_lu_connectionmessage WHERE connection_id = 1 ORDER BY sent_at DESC LIMIT 20'
  const index = 'CREATE INDEX ON crush_lu_connectionmessage (connection_id, sent_at DESC)'
  const endless =
    'SELECT count(*) FROM crush_lu_connectionmessage a, crush_lu_connectionmessage b, crush_lu_connectionmessage c'
  const jobs = {
    baseline: { ...base, changes: '', query, catalog: true },
    attempt: { ...base, changes: index, query, catalog: true },
    endless: { ...base, changes: '', query: endless },
  }
  const result = await page.evaluate(
    async ({ jobs, rounds }) => {
      const { engine } = window as unknown as { engine: Engine }
      const run = async (job: Job) => {
        const from = performance.now()
        let figures = 0
        let early = 0
        const outcome = await engine.measure(job, (progress) => {
          if (progress.stage !== 'measured') return
          figures = performance.now() - from
          early = progress.measurement.wall.changes + progress.measurement.wall.postgres
        })
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
        const { changes, postgres, catalog } = outcome.value.wall
        return {
          wall: performance.now() - from,
          database: changes + postgres,
          catalog,
          figures,
          figuresAdd: figures - early,
        }
      }
      const rest = (time: number) => new Promise((resolve) => setTimeout(resolve, time))
      // Time to read and type between Runs: the standby becomes ready.
      const READING = 4000
      const runs = []
      await run(jobs.baseline)
      for (let i = 0; i < rounds; i++) {
        await rest(READING)
        runs.push(await run(jobs.attempt))
      }
      const resets = []
      for (let i = 0; i < rounds; i++) {
        await rest(READING)
        resets.push(await run(jobs.baseline))
      }
      const stops = []
      for (let i = 0; i < rounds; i++) {
        await rest(READING)
        const running = engine.measure(jobs.endless)
        await rest(READING)
        const from = performance.now()
        engine.stop()
        await running
        await engine.console(jobs.baseline, 'SELECT 1')
        stops.push(performance.now() - from)
      }
      return { runs, resets, stops }
    },
    { jobs, rounds: ROUNDS },
  )
  heading(`Engine in the page, median of ${ROUNDS}`)
  const wall = median(result.runs.map((run) => run.wall))
  const database = median(result.runs.map((run) => run.database))
  const catalog = median(result.runs.map((run) => run.catalog))
  line(
    "Run's wall time over PostgreSQL's own",
    (wall / database).toFixed(2),
    `${ms(wall)} over ${ms(database)} (index build included)`,
  )
  line(
    'Run adds until its figures are there',
    ms(median(result.runs.map((run) => run.figuresAdd))),
    "beyond PostgreSQL's own time",
  )
  line(
    'Run adds until all is there',
    ms(median(result.runs.map((run) => run.wall - run.database))),
    `reading the catalog for the grader is ${ms(catalog)} of it`,
  )
  line(
    'Reset to the next figures',
    ms(median(result.resets.map((run) => run.figures))),
    `PostgreSQL's time included; a warm standby takes over`,
  )
  line('Stop to the next answer', ms(median(result.stops)), `at most ${ms(Math.max(...result.stops))}`)
}

export async function benchBrowser(): Promise<void> {
  const site = await startSite()
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS })
  try {
    await starts(browser, site.url)
    await transferred(browser, site.url)
    await engineTimes(browser, site.url)
  } finally {
    await browser.close()
    await site.close()
  }
}
