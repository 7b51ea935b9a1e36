import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { parsePlan } from '../../plan/read/parse-plan.ts'
import { EXAMPLE } from './example.ts'
import { loadTexts, NO_TEXTS, saveTexts, tabStorage, type PastedTexts } from './pasted-texts.ts'
import { OnePlan, TwoPlans } from './PastedResult.tsx'
import styles from './PastePlanPage.module.css'
import { PlanBox } from './PlanBox.tsx'

const SAVE_AFTER_MS = 300

/** A text's plan or error; null where there is no text. */
function usePasted(text: string) {
  const settled = useDeferredValue(text)
  return useMemo(() => (settled.trim() === '' ? null : parsePlan(settled)), [settled])
}

/** Plans from anywhere, shown and explained in this page alone. */
export default function PastePlanPage() {
  const [texts, setTexts] = useState<PastedTexts>(() => loadTexts(tabStorage()))
  const first = usePasted(texts.first)
  const second = usePasted(texts.second)

  const [kept, setKept] = useState(true)
  const latest = useRef(texts)
  useEffect(() => {
    latest.current = texts
    const timer = setTimeout(() => setKept(saveTexts(tabStorage(), texts)), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [texts])
  useEffect(() => {
    const save = () => saveTexts(tabStorage(), latest.current)
    // The page may go without another word, or give way to another one.
    addEventListener('pagehide', save)
    return () => {
      removeEventListener('pagehide', save)
      save()
    }
  }, [])

  const both = first?.ok && second?.ok ? { before: first.value, after: second.value } : null
  const one = first?.ok ? first.value : second?.ok ? second.value : null
  const empty = texts.first === '' && texts.second === ''

  return (
    <div className={styles.page}>
      <header className={styles.intro}>
        <h1>Read a plan</h1>
        <p>
          Paste the output of EXPLAIN as text or JSON: from psql, a log of auto_explain, Django’s{' '}
          <code>.explain()</code>, another tool. Everything happens in this page; nothing is sent anywhere.
          For the most to see, run <code>EXPLAIN (ANALYZE, BUFFERS)</code>.
        </p>
        <p className={styles.actions}>
          {empty ? (
            <button type="button" onClick={() => setTexts(EXAMPLE)}>
              Try it with an example
            </button>
          ) : (
            <>
              <button type="button" onClick={() => setTexts({ first: texts.second, second: texts.first })}>
                Swap the two
              </button>
              <button type="button" onClick={() => setTexts(NO_TEXTS)}>
                Clear both
              </button>
            </>
          )}
        </p>
        {!kept && !empty && (
          <output>The tab has no room for these texts: they will be gone when you leave the page.</output>
        )}
      </header>
      <div className={styles.boxes}>
        <PlanBox
          label="Plan"
          hint=""
          text={texts.first}
          error={first && !first.ok ? first.error : null}
          onChange={(text) => setTexts((old) => ({ ...old, first: text }))}
        />
        <PlanBox
          label="Second plan"
          hint="to compare with"
          text={texts.second}
          error={second && !second.ok ? second.error : null}
          onChange={(text) => setTexts((old) => ({ ...old, second: text }))}
        />
      </div>
      {both ? <TwoPlans {...both} /> : one && <OnePlan plan={one} />}
    </div>
  )
}
