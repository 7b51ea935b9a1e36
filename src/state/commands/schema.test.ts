import { expect, test, vi } from 'vitest'
import type { Catalog, EngineError, Outcome } from '../../engine/contract/index.ts'
import { settled, testApp, type TestApp } from '../testing/app.ts'
import { LESSON } from '../testing/lesson.ts'

async function opened(app = testApp()): Promise<TestApp> {
  await app.commands.navigate(`#/lesson/${LESSON.id}`)
  await settled()
  return app
}

const schema = (app: TestApp) => app.store.getState().schema

/** A page whose database answers when it is told to. */
async function waiting() {
  const app = testApp()
  app.engine.auto = false
  let answer: (outcome: Outcome<Catalog>) => void = () => {}
  const asked = vi.spyOn(app.engine, 'catalog').mockImplementation(
    // The fake's own answer is narrower than what an engine may say.
    (() => new Promise<Outcome<Catalog>>((resolve) => (answer = resolve))) as never,
  )
  await app.commands.navigate('#/free')
  return { app, asked, answer: (outcome: Outcome<Catalog>) => answer(outcome) }
}

const { value: EMPTY } = await testApp().engine.catalog()

test('of a measured text the schema is the one that was measured', async () => {
  const app = await opened()
  const asked = vi.spyOn(app.engine, 'catalog')
  await app.commands.loadSchema()
  expect(schema(app)).toEqual({
    status: 'ready',
    catalog: app.store.getState().bench.baseline?.measurement.catalog?.after,
    error: null,
  })
  expect(schema(app).catalog).toBeTruthy()
  expect(asked).not.toHaveBeenCalled()
})

test('where the console has changed the database it is asked', async () => {
  const app = await opened()
  const asked = vi.spyOn(app.engine, 'catalog')
  await app.commands.runConsole('CREATE TABLE t ()')
  await app.commands.loadSchema()
  expect(asked).toHaveBeenCalledTimes(1)
  expect(schema(app).status).toBe('ready')
})

test('it is asked once at a time, and not again where it is there', async () => {
  const { app, asked, answer } = await waiting()
  void app.commands.loadSchema()
  expect(schema(app).status).toBe('loading')
  void app.commands.loadSchema()
  expect(asked).toHaveBeenCalledTimes(1)
  answer({ ok: true, value: EMPTY })
  await settled()
  expect(schema(app)).toEqual({ status: 'ready', catalog: EMPTY, error: null })
  await app.commands.loadSchema()
  expect(asked).toHaveBeenCalledTimes(1)
})

test('a failure is shown, and the next time it is tried again', async () => {
  const { app, asked, answer } = await waiting()
  const error: EngineError = { kind: 'stopped' }
  void app.commands.loadSchema()
  answer({ ok: false, error })
  await settled()
  expect(schema(app)).toMatchObject({ status: 'failed', error })
  void app.commands.loadSchema()
  answer({ ok: true, value: EMPTY })
  await settled()
  expect(asked).toHaveBeenCalledTimes(2)
  expect(schema(app)).toEqual({ status: 'ready', catalog: EMPTY, error: null })
})

test('an answer for a document that was left is not shown', async () => {
  const { app, answer } = await waiting()
  void app.commands.loadSchema()
  await app.commands.navigate('#/')
  answer({ ok: true, value: EMPTY })
  await settled()
  expect(schema(app)).toEqual({ status: 'idle', catalog: null, error: null })
  await app.commands.loadSchema()
  expect(schema(app).status).toBe('idle')
})
