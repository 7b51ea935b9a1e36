/** The Markdown of lesson.md: which sections there are, and that their placeholders mean something. */
import type { LessonProblem } from './problem.ts'
import { placeholdersIn, validatePlaceholder } from './placeholders.ts'
import { sections } from './sections.ts'

/** Sections of a lesson's body, in their order. */
const REQUIRED = ['Story', 'Why it works', 'When not to'] as const

export interface LessonProse {
  readonly story: string
  readonly explanation: string
  readonly whenNot: string
}

export function readProse(
  file: string,
  body: string,
  bodyLine: number,
): { readonly prose: LessonProse; readonly problems: readonly LessonProblem[] } {
  const problems: LessonProblem[] = []
  const found = new Map<string, string>()
  for (const { name, text, line } of sections(body, /^## (.*)$/)) {
    const at = { file, line: bodyLine + line - 1 }
    if (name === '') {
      if (text !== '')
        problems.push({ ...at, message: 'put this text into a section; the first is ## Story' })
    } else if (!(REQUIRED as readonly string[]).includes(name))
      problems.push({
        ...at,
        message: `there is no section ## ${name}; there are ${REQUIRED.map((each) => `## ${each}`).join(', ')}`,
      })
    else if (found.has(name)) problems.push({ ...at, message: `## ${name} stands here twice` })
    else if (text === '') problems.push({ ...at, message: `## ${name} is empty` })
    else found.set(name, text)
  }
  for (const name of REQUIRED)
    if (!found.has(name) && !problems.some((problem) => problem.message.includes(`## ${name} `)))
      problems.push({ file, message: `the section ## ${name} is missing` })
  return {
    prose: {
      story: found.get('Story') ?? '',
      explanation: found.get('Why it works') ?? '',
      whenNot: found.get('When not to') ?? '',
    },
    problems,
  }
}

/** Problems of the placeholders in the whole file, by line. */
export function placeholderProblems(
  file: string,
  text: string,
  checks: readonly string[],
): readonly LessonProblem[] {
  return text.split('\n').flatMap((line, index) =>
    placeholdersIn(line).flatMap((name): LessonProblem[] => {
      const valid = validatePlaceholder(name, checks)
      return valid.ok ? [] : [{ file, line: index + 1, message: valid.error }]
    }),
  )
}
