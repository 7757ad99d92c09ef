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
    '小竹町: every proposal is sorted into what the town, residents, or both together do': () => {
      const inputs = read('kotake/sorting-board.html')
        .toString('utf8')
        .match(/<input[^>]*name="sorting\[[^>]*>/g);
      const chosen = inputs.filter((input) => / checked(=|\s|>|\/)/.test(input));
      for (const [kind, count] of Object.entries(kotake.sorted)) {
        assert.ok(count > 0, kind);
        assert.equal(chosen.filter((input) => input.includes(`value="${kind}"`)).length, count, kind);
      }
      assert.equal(chosen.length, PLANNED.proposals);
      assert.equal(sumOf(Object.values(kotake.sorted).map(BigInt)), BigInt(PLANNED.proposals));
    },
    '小竹町: the record of its meetings stands open, each under a number of its own': () => {
      assert.deepEqual(kotake.meetings, PLANNED.meetings);
      for (const [kind, count] of Object.entries(kotake.meetings)) {
        const html = read(`kotake/records-${kind}.html`).toString('utf8');
        const links = new Set(html.match(/href="[^"]*\/records\/\d+\/\d+"/g));
        assert.equal(links.size, count, kind);
      }
    },
    '小竹町: each model project got nine tenths in its first year, was paid through the accounting system, and settled':
      () => {
        assert.ok(kotake.modelProjects.length > 0);
        const paid = cellsOf(read('kotake/model-project-orders.csv'));
        const [head, ...listed] = rows('kotake', 'grants');
        for (const { title, planned, ...project } of kotake.modelProjects) {
          const cost = sumOf(planned.costs.map(({ each, times }) => BigInt(each) * BigInt(times)));
          const amount = modelGrantFor(cost).toString();
          const cell = (row, name) => row[head.indexOf(name)];
          const grant = listed.find(
            (row) => cell(row, '補助制度') === project.program && cell(row, '団体名') === project.organization,
          );
          const published = (name) => cell(grant, name);
          for (const name of ['交付決定額', '支払済額', '確定額'])
            assert.equal(published(name), amount, `${title}: ${name}`);
          assert.deepEqual([project.amount, project.paid, project.determined], [amount, amount, amount], title);
          const order = paid.find((row) => row.includes(amount));
          assert.ok(order, `${title}: no order of ${amount} yen`);
        }
      },
    '小竹町: each model project was verified, and the direction that was decided is public': () => {
      for (const { title, direction, verification } of kotake.modelProjects) {
        inspectHash(verification);
        const html = read(verification.file).toString('utf8');
        assert.ok(direction !== '' && html.includes(direction), `${title}: direction`);
        for (const view of ['団体', '担当課', '審査会']) assert.ok(html.includes(view), `${title}: ${view}`);
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
        const others = town === 'ogori' ? year.projects.length : kotake.modelProjects.length;
        assert.equal(grants.length, operating + others, town);
      }
    },
  };
}

/** The first year of a model project (見本): nine tenths of what counts, in whole thousands, 200,000 yen at most. */
function modelGrantFor(cost) {
  const share = (cost * 9n) / 10n;
  const cut = share - (share % 1_000n);
  return cut < 200_000n ? cut : 200_000n;
}
