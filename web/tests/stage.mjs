// The page in a person's words. Only this file knows by which roles, names and marks the page's parts are found.
import assert from 'node:assert/strict';

/** Programs compute in the page, so their times lie this much after the recorded ones at most, in seconds. */
const COMPUTING = 0.05;

export class Stage {
  /** The page, once its lanes stand and their programs have run. */
  static async open(page) {
    const stage = new Stage(page);
    await page.locator('[data-lane]').first().waitFor();
    await stage.settled();
    return stage;
  }

  constructor(page) {
    this.page = page;
    this.head = page.getByRole('slider', { name: 'Play head' });
  }

  /** A lane, by the name in its head. */
  lane(name) {
    return this.page.locator(`[data-lane="${name}"]`);
  }

  /** A button of the transport. */
  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** A button of a lane. */
  laneButton(word, lane) {
    return this.lane(lane).getByRole('button', { name: `${word}: ${lane}`, exact: true });
  }

  /** The name of a task left of its row in the timeline. */
  taskName(lane, task) {
    return this.page.getByRole('list', { name: lane, exact: true }).getByRole('button', { name: task, exact: true });
  }

  /** Chooses the third task of the page. */
  async chooseSomething() {
    for (let task = 0; task < 3; task += 1) await this.page.keyboard.press(']');
    await this.page.locator('.chosen-ground').waitFor();
  }

  /** All that some lanes and the clock show, as text. */
  async picture(lanes) {
    const texts = await Promise.all(lanes.map((name) => this.lane(name).innerText()));
    return [await this.moment(), ...texts].join('\n');
  }

  /** Waits until no program is computed any more. */
  async settled() {
    await this.page.locator('[data-computing="false"]').waitFor();
  }

  /** How many turns the browser has had from the one future that runs the programs. */
  async turns() {
    return Number(await this.page.locator('[data-turns]').getAttribute('data-turns'));
  }

  /** Where the play head stands, in virtual seconds. */
  async moment() {
    return Number(await this.head.getAttribute('aria-valuenow'));
  }

  /** The last moment that the play head can be brought to, in virtual seconds. */
  async end() {
    return Number(await this.head.getAttribute('aria-valuemax'));
  }

  /** Waits until the play head has come to a moment. */
  async reaches(seconds) {
    const head = await this.head.elementHandle();
    await this.page.waitForFunction(([at, least]) => Number(at.getAttribute('aria-valuenow')) >= least, [head, seconds]);
  }

  /** Moment and console of a lane at one glance: `{ now, lines: [{ t, s, err }] }`, in virtual seconds. */
  async glance(lane) {
    return this.page.evaluate((name) => {
      const now = Number(document.querySelector('[role=slider][aria-valuenow]').getAttribute('aria-valuenow'));
      const rows = [...document.querySelectorAll(`[data-lane="${name}"] .console li`)];
      const lines = rows.map((row) => ({
        t: Number.parseFloat(row.querySelector('time').textContent),
        s: row.querySelector('span').textContent,
        err: row.classList.contains('err'),
      }));
      return { now, lines };
    }, lane);
  }

  /** Fails unless a lane's console shows what was to be printed up to this moment, and nothing of what comes later; errors aside. */
  async shows(lane, expected) {
    const { now, lines: all } = await this.glance(lane);
    const lines = all.filter(({ err }) => !err);
    const texts = (list) => list.map(({ s }) => s);
    const where = `${lane} at ${now} s`;
    assert.deepEqual(texts(lines), texts(expected.slice(0, lines.length)), where);
    for (const [index, { t }] of lines.entries()) {
      const late = t - expected[index].t;
      assert.ok(t <= now && late >= -0.001 && late <= COMPUTING, `${where}: line ${index + 1} is ${late} s late`);
    }
    const next = expected[lines.length];
    assert.ok(!next || next.t > now - COMPUTING, `${where}: "${next?.s}" is missing`);
  }

  /** Presses on the track and drags the play head, as a person does, until it shows a moment, in virtual seconds. */
  async drag(seconds) {
    const track = await this.head.boundingBox();
    const height = track.y + 10;
    let [left, right] = [track.x + 1, track.x + track.width - 1];
    await this.page.mouse.move(right, height);
    await this.page.mouse.down();
    while (right - left > 1) {
      const middle = (left + right) / 2;
      await this.page.mouse.move(middle, height);
      if ((await this.moment()) < seconds) left = middle;
      else right = middle;
    }
    await this.page.mouse.up();
  }

  /** Opens a lane's program for editing and returns its text field. */
  async edit(lane) {
    await this.laneButton('Edit', lane).click();
    return this.lane(lane).getByRole('textbox', { name: `Source of ${lane}` });
  }

  /** Writes a program into a lane and runs it, without waiting for its end. */
  async write(lane, program) {
    const field = await this.edit(lane);
    await field.fill(program);
    await this.laneButton('Run', lane).click();
  }
}
