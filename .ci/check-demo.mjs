import assert from 'node:assert/strict';
import {
  bare,
  everyCsv,
  inspectHash,
  inspectPdf,
  namesOf,
  read,
  readStrictly,
  recordsOf,
  sumOf,
  textsOf,
} from './demo-papers.mjs';
import { CAP, counts, grantFor, isUnpaid, shareOf } from './demo-rule.mjs';
import { bookChecks } from './check-books.mjs';
import { kotakeChecks } from './check-kotake.mjs';
import { yearChecks } from './check-year.mjs';

/** Looks at the papers of the demonstration as a town hall, a bank and an auditor would. */
const { organizations, projects, projectBudget, panel, forms, files, year, proof, books, kotake } = JSON.parse(
  read('summary.json').toString('utf8'),
);
const ogori = organizations.filter(({ town }) => town === 'ogori');
const decided = ogori.reduce((sum, { amount }) => sum + BigInt(amount), 0n);

const checks = {
  'eight organisations of Ogori, one number each': () => {
    assert.equal(ogori.length, 8);
    assert.equal(new Set(ogori.map(({ documentNumber }) => documentNumber)).size, 8);
  },
  'amounts follow the rule: 570,000 yen and 10,000 for each ward': () => {
    for (const { organization, wards, amount, working } of ogori) {
      assert.equal(BigInt(amount), 570_000n + 10_000n * BigInt(wards), organization);
      assert.ok(working.length >= 2 && working.every(({ article }) => article !== ''), `${organization}: working`);
    }
  },
  'every letter and receipt is a tagged PDF/A with the noted hash': () => {
    for (const { letter, receipt } of organizations) for (const paper of [letter, receipt]) inspectPdf(paper);
  },
  'eight projects, each by another organisation of Ogori: one was mended, one taken back, all others went on': () => {
    assert.deepEqual(namesOf(projects), namesOf(ogori));
    const ended = (state) => projects.filter((project) => project.state === state).length;
    assert.deepEqual([ended('通知済み'), ended('不交付'), ended('決裁中'), ended('取下げ')], [5, 1, 1, 1]);
    const mended = projects.filter(({ corrections }) => corrections.length > 0);
    assert.equal(mended.length, 1);
    assert.ok(/^指摘：/.test(mended[0].corrections[0]) && /^回答：[^（]/.test(mended[0].corrections[1]), 'no answer');
  },
  'projects get two thirds of what counts less what comes in, in whole thousands, 300,000 yen at most': () => {
    for (const { title, amount, working, planned } of projects) {
      assert.equal(BigInt(amount), grantFor(planned), title);
      assert.equal(sumOf(working.map(({ yen }) => BigInt(yen))), BigInt(amount), `${title}: working`);
      assert.ok(
        working.every(({ article }) => article !== ''),
        `${title}: articles`,
      );
    }
  },
  'one project is over the cap, and its working says so': () => {
    const capped = projects.filter(({ planned }) => shareOf(planned) > CAP);
    assert.equal(capped.length, 1);
    assert.ok(capped[0].working.some(({ label, yen }) => label.includes('上限') && BigInt(yen) < 0n));
  },
  'whoever counts a cost that its category leaves out says why': () => {
    const counted = projects.flatMap(({ planned }) => planned.costs).filter((cost) => isUnpaid(cost) && counts(cost));
    assert.equal(counted.length, 1);
    assert.ok(counted[0].reason);
  },
  'assessed amounts follow the same rule with the costs that staff judged, and are never above the applied ones':
    () => {
      for (const { title, amount, assessed, planned } of projects) {
        const judged = planned.costs.map((cost) => ({ ...cost, eligible: cost.assessed?.eligible ?? cost.eligible }));
        const granted = grantFor({ ...planned, costs: judged });
        assert.equal(BigInt(assessed.amount), granted < BigInt(amount) ? granted : BigInt(amount), title);
      }
      assert.equal(projects.filter(({ amount, assessed }) => assessed.amount !== amount).length, 1);
    },
  'a cost of a category that is left out was accepted, another set aside, each with the reason that was planned':
    () => {
      for (const { title, assessed, planned } of projects) {
        const wanted = planned.costs.filter((cost) => cost.assessed);
        assert.deepEqual(
          assessed.lines.map((line) => [line.assessed, line.reason]),
          wanted.map((cost) => [cost.assessed.eligible === 'yes' ? '対象' : '対象外', cost.assessed.reason]),
          title,
        );
      }
      const all = projects.flatMap(({ planned }) => planned.costs).filter((cost) => cost.assessed);
      assert.ok(all.some((cost) => isUnpaid(cost) && cost.assessed.eligible === 'yes'));
      assert.ok(all.some((cost) => counts(cost) && cost.assessed.eligible === 'no'));
    },
  'one project was refused, one reduced by hand, one put on hold; all others got what was assessed': () => {
    const of = (outcome) => projects.filter(({ decision }) => decision?.outcome === outcome);
    assert.deepEqual(
      ['交付', '減額交付', '不交付', '保留'].map((outcome) => of(outcome).length),
      [3, 2, 1, 1],
    );
    const byHand = of('減額交付').filter(({ decision, assessed }) => BigInt(decision.amount) < BigInt(assessed.amount));
    assert.equal(byHand.length, 1);
    for (const { title, decision, assessed } of [...of('交付'), ...of('減額交付')]) {
      if (title !== byHand[0].title) assert.equal(decision.amount, assessed.amount, title);
    }
    assert.deepEqual([of('不交付')[0].decision.amount, of('不交付')[0].decision.commitment], ['0', '']);
  },
  'the budget holds exactly what was granted and what is on hold, each grant under a number of its own': () => {
    const decisions = projects.flatMap(({ decision }) => decision ?? []);
    const granted = decisions.filter(({ commitment }) => commitment !== '');
    const held = decisions.filter(({ outcome }) => outcome === '保留');
    const yenOf = (lines) => sumOf(lines.map(({ amount }) => BigInt(amount)));
    assert.equal(new Set(granted.map(({ commitment }) => commitment)).size, 5);
    assert.equal(yenOf(granted), BigInt(projectBudget.committed));
    assert.equal(yenOf(held), BigInt(projectBudget.reserved));
  },
  'every decided project has its letter, a tagged PDF/A; what is on hold or taken back has none': () => {
    const letters = projects.flatMap(({ decision }) => decision?.letter ?? []);
    assert.equal(letters.length, 6);
    letters.forEach(inspectPdf);
  },
  'every receipt of a project is a tagged PDF/A with the noted hash': () =>
    projects.forEach(({ receipt }) => inspectPdf(receipt)),
  'a panel of seven judged every project that was not taken back; one member was barred from one case': () => {
    assert.equal(panel.members.length, 7);
    assert.equal(panel.results.length, 7);
    const barred = panel.results.filter(({ totals }) => totals.includes('忌避'));
    assert.deepEqual(
      barred.map(({ totals }) => totals.filter((total) => total === '忌避').length),
      [1],
    );
  },
  'the mean of each case is that of the members who scored it, and the places follow it': () => {
    for (const { title, totals, exactMean } of panel.results) {
      const given = totals.filter((total) => total !== '忌避').map(BigInt);
      const [top, bottom] = exactMean.split('/').map(BigInt);
      assert.equal(top * BigInt(given.length), sumOf(given) * bottom, title);
    }
    const placed = panel.results.filter(({ place }) => place !== '').sort((a, b) => Number(a.place) - Number(b.place));
    assert.deepEqual(
      placed.map(({ place }) => Number(place)),
      placed.map((_, index) => index + 1),
    );
    const valueOf = ({ exactMean }) => exactMean.split('/').map(BigInt);
    for (const [index, lower] of placed.slice(1).entries()) {
      const [[a, b], [c, d]] = [valueOf(placed[index]), valueOf(lower)];
      assert.ok(a * d >= c * b, `${lower.title} stands behind a lower mean`);
    }
  },
  'one project came as a paper and was entered by the clerk': () =>
    assert.equal(projects.filter(({ onPaper }) => onPaper).length, 1),
  'every programme of both towns has a form to print, and the form asks what the screen asks': async () => {
    assert.deepEqual(forms.map(({ town }) => town).sort(), ['kotake', 'ogori', 'ogori']);
    for (const form of forms) {
      inspectPdf(form);
      const pages = await textsOf(read(form.file));
      assert.ok(pages.length >= 1 && form.asks.length >= 3, `${form.file}: pages or questions`);
      for (const label of form.asks) assert.ok(pages.join('').includes(bare(label)), `${form.file} lacks ${label}`);
    }
  },
  'every other file has the noted hash': () => [...files, panel.paper].forEach(inspectHash),
  'the bank file pays eight orders, and exactly what was decided': () => {
    const paper = files.filter(({ file }) => /^zengin-.*\.txt$/.test(file));
    assert.equal(paper.length, 1);
    const { header, data, trailer, end } = recordsOf(read(paper[0].file));
    assert.deepEqual([header.length, data.length, trailer.length, end.length], [1, 8, 1, 1]);
    const paid = data.map((record) => BigInt(record.slice(80, 90))).reduce((sum, yen) => sum + yen, 0n);
    assert.equal(paid, decided);
    assert.deepEqual([BigInt(trailer[0].slice(1, 7)), BigInt(trailer[0].slice(7, 19))], [8n, decided]);
  },
  'the file for the accounting system is there': () => {
    assert.ok(
      files.some(({ file }) => !/^(zengin-|grants)/.test(file)),
      'no file besides bank file and lists',
    );
  },
  'every list opens in a strict reader that is not ours': () => {
    const lists = everyCsv();
    assert.ok(lists.length >= 10, `only ${lists.length} lists`);
    for (const [name, bytes] of lists) {
      let rows;
      assert.doesNotThrow(() => (rows = readStrictly(bytes)), name);
      assert.ok(rows.length > 0, `${name} has no headings`);
    }
  },
  'the public list names every grant': () => {
    const lines = read('grants.csv').toString('utf8').trim().split('\r\n');
    const published = projects.filter(({ decision }) => decision?.commitment);
    assert.equal(lines.length, 1 + ogori.length + published.length);
    const refused = projects.find(({ decision }) => decision?.outcome === '不交付');
    assert.ok(!lines.some((line) => line.includes(refused.organization) && line.includes('事業補助金')));
    for (const { organization } of ogori)
      assert.ok(
        lines.some((line) => line.includes(organization)),
        organization,
      );
  },
};

let faults = 0;
const all = {
  ...checks,
  ...yearChecks({ organizations, projects, files, year, proof, books }),
  ...bookChecks({ books, proof }),
  ...kotakeChecks({ kotake, organizations, year }),
};
for (const [what, check] of Object.entries(all)) {
  try {
    await check();
    console.log(`ok      ${what}`);
  } catch (error) {
    faults += 1;
    console.log(`FAILED  ${what}: ${error.message}`);
  }
}
process.exit(faults === 0 ? 0 : 1);
