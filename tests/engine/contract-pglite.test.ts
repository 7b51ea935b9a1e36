import { createNodeEngine } from '../../src/engine/host/node-engine.node.ts'
import { CONTRACT_DATASET, engineContract } from './contract-suite.ts'

engineContract('PGlite', () => createNodeEngine(CONTRACT_DATASET))
engineContract('PGlite in a thread', () => createNodeEngine({ ...CONTRACT_DATASET, timeLimit: 60_000 }))
