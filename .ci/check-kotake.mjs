import assert from 'node:assert/strict';
import { bare, cellsOf, inspectHash, inspectPdf, read, sumOf, textsOf } from './demo-papers.mjs';

const PLANNED = { proposals: 29, meetings: { study: 26, training: 3 } };
const DATA_SETS = ['grants', 'organizations', 'budgets'];

/** What the story plans to become of the proposals. */
const COURSE = { heard: 3, considered: 20, setAside: 4, adopted: 3, refused: 1, merged: 1 };

/** The days of 平成24年 on the town's own page. */
const MEETINGS = {
  study: [
    ...['4月25日', '5月8日', '5月25日', '5月31日', '6月7日', '6月15日', '6月20日', '6月26日', '7月4日', '7月13日'],
    ...['7月19日', '7月20日', '7月24日', '7月25日', '7月31日', '8月7日', '8月16日', '8月21日', '8月24日', '8月27日'],
    ...['9月4日', '9月5日', '9月10日', '9月18日', '9月25日', '10月4日'],
  ],
  // The town's list says 8月29日 of the third, though those who prepared it spoke of the 30th.
  training: ['5月16日', '8月1日', '8月29日'],
};

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
      const board = read('kotake/sorting-board.html').toString('utf8').split('class="sorting-board"')[1];
      const columns = board.split('<h3>').slice(1);
      for (const [kind, label] of Object.entries({ town: '町', residents: '住民', together: '協働' })) {
        const [column, ...others] = columns.filter((each) => each.startsWith(label));
        const numbers = column.match(/<li>第\d+号/g) ?? [];
        assert.ok(numbers.length > 0 && others.length === 0, kind);
        assert.equal(kotake.sorted[kind], numbers.length, kind);
      }
      assert.equal(new Set(board.match(/<li>第\d+号/g)).size, PLANNED.proposals);
      assert.equal(sumOf(Object.values(kotake.sorted).map(BigInt)), BigInt(PLANNED.proposals));
    },
    '小竹町: every proposal was screened with a reason, some were set aside, and like ones became one': () => {
      const [head, ...received] = cellsOf(read('kotake/proposals-received.csv'));
      const states = received.map((row) => row[head.indexOf('状態')]);
      const inState = (state) => states.filter((each) => each === state).length;
      assert.equal(inState('受付済み'), 0, 'some were not screened');
      const { considered, setAside, adopted, refused, merged } = COURSE;
      assert.deepEqual(['検討中', '対象外', '採択', '不採択', 'ほかの提案と統合'].map(inState), [
        considered,
        setAside,
        adopted,
        refused,
        merged,
      ]);
      assert.equal(kotake.decided.length, adopted + refused + merged);
      const published = rows('kotake', 'proposals');
      const cell = (row, name) => row[published[0].indexOf(name)];
      const both = published.slice(1).filter((row) => cell(row, '提案者').includes('、'));
      assert.deepEqual(
        both.map((row) => cell(row, '状態')),
        ['採択'],
      );
    },
    '小竹町: three proposers were heard, then presented theirs, before anything was sorted': () => {
      assert.deepEqual([kotake.heard, kotake.presented], [COURSE.heard, COURSE.heard]);
      const pages = kotake.decided.map(({ page }) => read(page.file).toString('utf8'));
      const daysOf = (told) => pages.flatMap((html) => dayOf(told.exec(html)?.[1]) ?? []);
      const heardOn = daysOf(/(令和[^<]*?)に話をうかがいました/);
      const presentedOn = daysOf(/(令和[^<]*?)に[^<]*で発表されました/);
      assert.deepEqual([heardOn.length, presentedOn.length], [COURSE.heard, COURSE.heard]);
      const sortedOn = pages.map((html) => momentsOf(/>仕分け<.*?<\/dd>/s.exec(html)?.[0] ?? '')[0]);
      for (const [index, day] of heardOn.entries()) assert.ok(day < presentedOn[index], `${day}: presented before`);
      for (const day of presentedOn) {
        assert.ok(
          sortedOn.every((sorted) => sorted > day),
          `${day} is not before sorting`,
        );
      }
    },
    '小竹町: what was decided was first proposed, then screened, then sorted': () => {
      for (const { title, page } of kotake.decided) {
        inspectHash(page);
        const html = read(page.file).toString('utf8');
        const course = /<main.*?(?=>提案と提案者<)/s.exec(html)?.[0] ?? '';
        const moments = [course.split('>聞き取り<')[0], />仕分け<.*?<\/dd>/s.exec(course)?.[0] ?? ''].flatMap(
          momentsOf,
        );
        const decidedOn = dayOf(/(?:採択|統合|不採択)（(令和[^）]+)）/.exec(html)?.[1]);
        const inTurn = [...moments, decidedOn];
        assert.ok(moments.length >= 3, `${title}: ${moments.join(' ')}`);
        assert.deepEqual([...inTurn].sort(), inTurn, title);
        assert.ok(html.includes('（見本）</p>'), `${title}: no reason`);
      }
    },
    '小竹町: the record of its meetings stands open, on the days of the town’s own list': () => {
      assert.deepEqual(kotake.meetings, PLANNED.meetings);
      for (const [kind, days] of Object.entries(MEETINGS)) {
        const html = read(`kotake/records-${kind}.html`).toString('utf8');
        const links = new Set(html.match(/href="[^"]*\/records\/\d+\/\d+"/g));
        assert.equal(links.size, PLANNED.meetings[kind], kind);
        const told = new Set(html.match(/平成24年\d+月\d+日/g));
        assert.deepEqual([...told].sort(), days.map((day) => `平成24年${day}`).sort(), kind);
      }
    },
    '小竹町: each model project got nine tenths up to the cap, and was settled by what it cost; the rest came back':
      () => {
        assert.ok(kotake.modelProjects.length >= 2);
        const published = rows('kotake', 'grants');
        for (const { title, planned, ...project } of kotake.modelProjects) {
          const amount = modelGrantFor(sumOf(planned.costs.map(({ each, times }) => BigInt(each) * BigInt(times))));
          const spent = modelGrantFor(sumOf(Object.values(planned.spent).map(BigInt)));
          const determined = spent < amount ? spent : amount;
          assert.deepEqual([project.amount, project.paid, project.determined].map(BigInt), [
            amount,
            amount,
            determined,
          ]);
          const grant = published.find((row) => row[published[0].indexOf('事業名')] === title);
          const cell = (name) => grant[published[0].indexOf(name)];
          assert.deepEqual(
            ['交付決定額', '支払済額', '確定額', '返還額'].map((name) => BigInt(cell(name))),
            [amount, amount, determined, amount - determined],
            title,
          );
          assert.deepEqual([cell('団体名'), cell('補助制度')], [project.organization, project.program], title);
        }
        const amounts = kotake.modelProjects.map(({ amount }) => BigInt(amount));
        assert.ok(amounts.includes(MODEL_CAP) && amounts.some((each) => each < MODEL_CAP), 'the cap was not met');
        assert.ok(
          kotake.modelProjects.some(({ amount, determined }) => amount !== determined),
          'nothing came back',
        );
      },
    '小竹町: the file for its accounting system orders every model project once, to its organisation': () => {
      const [head, ...orders] = cellsOf(read('kotake/model-project-orders.csv'));
      const linesOf = (each) => each.map((line) => line.join(' ')).sort();
      const column = (row, name) => row[head.indexOf(name)];
      assert.deepEqual(
        linesOf(orders.map((row) => [column(row, '債権者名'), column(row, '支出命令額')])),
        linesOf(kotake.modelProjects.map(({ organization, amount }) => [organization, amount])),
      );
      for (const name of ['支出命令番号', '支出負担行為番号'])
        assert.equal(new Set(orders.map((row) => column(row, name))).size, orders.length, name);
    },
    '小竹町: each model project was verified by three sides, and the direction that was decided is public': () => {
      for (const { title, direction, verification, grant } of kotake.modelProjects) {
        for (const page of [verification, grant]) {
          inspectHash(page);
          const html = read(page.file).toString('utf8');
          assert.ok(direction !== '' && html.includes(direction), `${title}: direction`);
        }
        const compared = read(verification.file).toString('utf8');
        for (const view of ['団体が自分で回答', '担当課が回答', '審査会の委員3人がそれぞれ答え'])
          assert.ok(compared.includes(view), `${title}: ${view}`);
      }
      const directions = new Set(kotake.modelProjects.map(({ direction }) => direction));
      assert.ok(directions.has('継続') && directions.has('見直し'), [...directions].join(' '));
    },
    '小竹町: each model project has a letter of its decision and one of its settled amount, tagged PDF/A with the yen':
      async () => {
        const texts = new Map();
        for (const { paper, title, organization } of kotake.letters) {
          inspectPdf(paper);
          texts.set(`${organization} ${title} ${paper.file}`, (await textsOf(read(paper.file))).join(''));
        }
        const tells = (organization, kind, yen) =>
          [...texts].some(
            ([name, text]) =>
              name.startsWith(organization) &&
              name.includes(kind) &&
              text.includes(bare(Number(yen).toLocaleString('ja-JP'))),
          );
        for (const { title, organization, amount, determined } of kotake.modelProjects) {
          assert.ok(tells(organization, '決定', amount), `${title}: decision`);
          assert.ok(tells(organization, '確定', determined), `${title}: settled amount`);
          if (amount !== determined)
            assert.ok(tells(organization, '返', amount - determined), `${title}: what comes back`);
        }
      },
    '小竹町: residents’ comments and letters were answered; of the letters stands open what was agreed to': () => {
      const { comments, letters, pages } = kotake.voices;
      assert.deepEqual([comments, letters.written, letters.published], [5, 3, 1]);
      assert.equal(pages.length, 2);
      pages.forEach(inspectHash);
      const [consultation, letter] = pages.map(({ file }) => read(file).toString('utf8'));
      assert.ok(consultation.includes('意見募集の結果') && consultation.includes('町の考え方'));
      assert.ok(letter.includes('回答した日'));
    },
    'no person and no account of 小竹町 stands in what is public': () => {
      assert.ok(kotake.keptPrivate.length > 10);
      const { modelProjects, voices, openData, files } = kotake;
      const pages = modelProjects.flatMap(({ verification, grant }) => [verification, grant]);
      const records = files.filter(({ file }) => file.includes('/records-'));
      for (const { file } of [...pages, ...voices.pages, ...openData, ...records]) {
        const text = read(file).toString('utf8');
        const found = kotake.keptPrivate.filter((word) => text.includes(word));
        assert.deepEqual(found, [], file);
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
const MODEL_CAP = 200_000n;

function modelGrantFor(cost) {
  const share = (cost * 9n) / 10n;
  const cut = share - (share % 1_000n);
  return cut < MODEL_CAP ? cut : MODEL_CAP;
}

/** The days of the moments that a piece of a page tells, as they stand. */
const momentsOf = (html) => [...html.matchAll(/<time datetime="([^"]+)"/g)].map(([, at]) => at.slice(0, 10));

/** `令和8年7月13日` → `2026-07-13`; nothing for anything else. */
function dayOf(era) {
  const [, year, month, day] = /令和(\d+)年(\d+)月(\d+)日/.exec(era ?? '') ?? [];
  if (!day) return undefined;
  return [2018 + Number(year), month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
