import { datasetNamed } from '../../dataset/registry.ts'
import type { Document } from '../../state/document.ts'
import { Markdown } from '../primitives/Markdown.tsx'
import styles from './LessonPane.module.css'

/** What stands in the lesson's place where there is no lesson. */
export default function NotesPane({ document }: { document: Document }) {
  const { source } = document
  const dataset = datasetNamed(document.dataset)
  return (
    <article className={styles.lesson}>
      <header>
        <p className={styles.kicker}>
          {dataset && `${dataset.title} · `}dataset {document.dataset}, scale {document.scale}
        </p>
        <h1 className={styles.title}>{document.title}</h1>
      </header>
      {source.kind === 'shared' ? (
        <>
          {source.experiment.notes.trim() !== '' && (
            <p style={{ whiteSpace: 'pre-wrap' }}>{source.experiment.notes}</p>
          )}
          <Markdown
            text={
              source.experiment.name === undefined
                ? 'Somebody shared this experiment with you. It has been run in your browser on the same data. Change it as you like: your text is kept apart from the link.'
                : 'This experiment was opened from a file. Its address holds all of it. Change it as you like: your text is kept apart from the address.'
            }
          />
          {source.lesson && (
            <p>
              It was made in the lesson <a href={`#/lesson/${source.lesson.id}`}>{source.lesson.title}</a>.
            </p>
          )}
        </>
      ) : (
        <>
          <Markdown
            text={
              'Write a query and press Run. Indexes and other changes go into the **Changes** pane; they are applied to a fresh copy of the data before the query is measured, every time.\n\nWhere there are changes, the query is compared with itself without them. To compare with another query, run that one first and keep it with *Compare with this from now on*.'
            }
          />
          <p>
            The <strong>Schema</strong> tab lists tables, columns and indexes; the <strong>Console</strong>{' '}
            takes any SQL and psql’s <code>\d</code>.
          </p>
        </>
      )}
    </article>
  )
}
