import assert from 'node:assert/strict';
import { cellsOf, inspectHash, read, sumOf } from './demo-papers.mjs';

const PLANNED = { proposals: 29, meetings: { study: 26, training: 3 } };
const DATA_SETS = ['grants', 'organizations', 'budgets'];

/** 小竹町's year, counted again from the files that it left. */
export function kotakeChecks({ kotake, organizations, year }) {
  const folders = { kotake: 'open-data', ogori: 'open-data/ogori' };
  const json = (town, name) => JSON.parse(read(`${folders[town]}/${name}.json`).toString('utf8'));
  const rows = (town, name) => cellsOf(read(`${folders[town]}/${name}.csv`));
  return {
    '小竹町: twenty-nine proposals came in, numbered without a gap, in five fields': () => {
      const [head, ...received] = cellsOf(read('kotake/proposals-received.csv'));
      assert.equal(kotake.proposals, PLANNED.proposals);
      assert.equal(received.length, kotake.proposals);
      const column = (name) => received.map((row) => row[head.indexOf(name)]);
      const numbers = column('番号').map((text) => Number(text.replace(/\D/g, '')));
      assert.deepEqual(
        numbers.sort((a, b) => a - b),
        numbers.map((_, index) => index + 1),
      );
      assert.equal(new Set(column('分野')).size, 5);
      assert.equal(new Set(column('提案の名称')).size, kotake.proposals);
      assert.ok(column('収受日（紙）').some((day) => day === '') && column('収受日（紙）').some((day) => day !== ''));
    },
    '小竹町: the record of its meetings stands open, each under a number of its own': () => {
      assert.deepEqual(kotake.meetings, PLANNED.meetings);
      for (const [kind, count] of Object.entries(kotake.meetings)) {
        const html = read(`kotake/records-${kind}.html`).toString('utf8');
        const links = new Set(html.match(/href="[^"]*\/records\/\d+\/\d+"/g));
        assert.equal(links.size, count, kind);
      }
    },
    'every file of the open data and of 小竹町 has the noted hash': () =>
      [...kotake.openData, ...kotake.files].forEach(inspectHash),
    'the open data say the same as CSV and as JSON': () => {
      for (const town of Object.keys(folders)) {
        for (const name of DATA_SETS) {
          const { data } = json(town, name);
          assert.equal(data.length, rows(town, name).length - 1, `${town} ${name}`);
          assert.ok(data.length > 0, `${town} ${name} is empty`);
        }
      }
    },
    '360Giving holds every public grant of the town with the amount in force': () => {
      for (const town of Object.keys(folders)) {
        const { grants } = json(town, '360giving');
        const [head, ...listed] = rows(town, 'grants');
        assert.equal(grants.length, listed.length, town);
        assert.equal(new Set(grants.map(({ id }) => id)).size, grants.length, town);
        const inForce = sumOf(listed.map((row) => BigInt(row[head.indexOf('現在の交付額')])));
        assert.equal(sumOf(grants.map(({ amountAwarded }) => BigInt(amountAwarded))), inForce, town);
        const operating = organizations.filter((each) => each.town === town).length;
        const others = town === 'ogori' ? year.projects.length : 0;
        assert.equal(grants.length, operating + others, town);
      }
    },
  };
}
