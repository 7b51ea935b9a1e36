/**
 * Links as they were made, one by one. They must open for ever: never change or remove one, add new ones when the
 * format changes.
 */
import type { ShareNumber } from '../share.ts'
import type { Experiment } from '../types.ts'

interface GoldenLink {
  readonly name: string
  readonly link: string
  readonly experiment: Experiment
  readonly numbers: readonly ShareNumber[]
}

export const GOLDEN_LINKS: readonly GoldenLink[] = [
  {
    name: 'a plain query',
    link: '#/x/v1.gVkF1KtWSlGyUkrNKylKLSjKzEtJLVLSUSpWsjLQM9VRSlayUlLSUSpUslIKdvVxdQ5RMLRW0lHKAwnXAgA',
    experiment: {
      dataset: 'entreprinder',
      scale: 0.5,
      changes: '',
      query: 'SELECT 1;',
      notes: '',
    },
    numbers: [],
  },
  {
    name: 'an index, with the author\u2019s figures',
    link: '#/x/v1.fEFbsnXQb0vCUBQG8K9yOG9WcJVlaDTRWHqjwZwwBbMMmdtZu7Rd1_2jhfjdo4IMtPe_5zwPZ4cZekjSKKqVkBkpZKjRc5tthil6OIi5P-UQREP-ALQhaZa2TteVkC8wjiBVVhfL0i4rImPrbwBnPy5LDJ3D7J7HHLRJjNXQA6e2q1LogjKnu5B-5IfzR37yTHchkeEbejjhIR9MQWQMjDAlwV08Hp3MLOT_deBHQzgsg34PnJbb6jTcTsO9cGAcD3kMt_O_JgxGwRTabhcZSvRwVnyA0CAMaCPKEnS53t4gwwq9px2-Cvn1zRXla0XNlc1zUhoZbpLSEnrXl609-1VJbkgdo6sjooukpgPAUFTCQB8CmdE7TNJE4v55_wk',
    experiment: {
      dataset: 'entreprinder',
      scale: 0.5,
      changes:
        "CREATE INDEX event_upcoming ON crush_lu_meetupevent (event_date) WHERE status = 'published';\nANALYZE crush_lu_meetupevent;\n",
      query:
        "SELECT id, title FROM crush_lu_meetupevent\nWHERE status = 'published' AND event_date >= '2026-06-01' ORDER BY event_date LIMIT 50;",
      notes: 'Why is it still slow?',
    },
    numbers: [
      {
        kind: 'before.buffers',
        value: 932,
      },
      {
        kind: 'after.buffers',
        value: 7,
      },
      {
        kind: 'after.shape',
        value: 'Limit > Index Scan',
      },
    ],
  },
  {
    name: 'a for-each-row loop',
    link: '#/x/v1._FYLeU3O0QqCMBSA4Vc5nOsZEngzCYJYJCiBCd0IQ9wpBzntbCsoeveIuugFvv9_okGJ5ALTzNYZYhToUaaLZSawR4ko8IoSD6pUmwasETDxuXP2QaytgW29r6Dn6Ad9iXokCnGmG7kAZVEVDWRp3rokgfVp4oS6fkh4urfux50s-6BdN9IX6mIYdPTEcNypWoE1sAL5H8xRoPtsvd4',
    experiment: {
      dataset: 'entreprinder',
      scale: 0.25,
      changes: '',
      query:
        'SELECT id, organizer_id FROM crush_lu_meetupevent LIMIT 50;\n-- @for-each-row\nSELECT first_name FROM auth_user WHERE id = :organizer_id;',
      notes: '',
    },
    numbers: [],
  },
  {
    name: 'letters of every sort and all line ends',
    link: '#/x/v1.zgo1yKtWSlGyUirLzCuOT0nNKa3QNVLSUSpWsjLUUUpWslLS1VVwKCxNLapUyCxWyMtXyE0syk4tUshILUqNKYrJCw1wcQxxVYhRci86vO3w_NQYJYVg1xCFGKW8xMPry0BcWwX1Z9OXPpuz5sWqeQof5s9oUFeoqVFwVY-JiYlRtwaZoaSjVKhkpRRTEuzq4-ocoqAeU2pgYGDwqGFFTGmKhXGKuo6CisrhbSoqCjF5YNV5SlZKh9sTFcoSFewVPszvbQeJH5mgVAsA',
    experiment: {
      dataset: 'vins_delux-2',
      scale: 1,
      changes:
        '-- @query is no marker here\r\nUPDATE "Gr\u00f6\u00dfe" SET "na\u00efve" = \'\u65e5\u672c\u8a9e \ud83d\ude00\' || E\'\\\\\';\r\n',
      query: "\tSELECT '\u0000\u2028\ud83d', $$\u00f6$$ \n\n",
      notes: '\u00c7a va ? \ud83c\udf47\n\n\u0110',
    },
    numbers: [],
  },
]
