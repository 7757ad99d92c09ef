import assert from 'node:assert/strict';
import { inspectHash, inspectPdf, namesOf, read, recordsOf, sumOf } from './demo-papers.mjs';
import { grantFor, grantForCost, isUnpaid, judgedCosts, partsOf } from './demo-rule.mjs';

/** From the decisions of spring to the closed year: every amount is worked out from rule and story, none is copied. */
export function yearChecks({ organizations, projects, files, year, proof }) {
  const courses = year.projects.map((line) => courseOf(line, projects));
  const line = (town, code) => proof.lines.find((each) => each.town === town && each.code.endsWith(code));
  return {
    'six projects were granted, one of them after it had been on hold': () => {
      const granted = projects.filter(({ decision }) => decision?.commitment || decision?.outcome === '保留');
      assert.deepEqual(namesOf(year.projects), namesOf(granted));
      for (const { line: project, decided } of courses) assert.equal(BigInt(project.decided), decided, project.title);
    },
    'one grant was amended upwards by the rule over what is planned now, each change has its letter': () => {
      const amended = courses.filter(({ line: project }) => project.course.amendment);
      assert.equal(amended.length, 1);
      const [{ line: project, amendedTo, decided }] = amended;
      assert.deepEqual([BigInt(project.changes[0].before), BigInt(project.changes[0].after)], [decided, amendedTo]);
      assert.ok(amendedTo > decided);
      const changes = year.projects.flatMap(({ changes: all }) => all);
      assert.deepEqual(
        changes.map(({ kind }) => kind).sort(),
        ['交付決定の一部取消し', '中止・廃止承認申請', '変更承認申請'].sort(),
      );
      for (const { letter } of changes) inspectPdf(letter);
    },
    'what was determined is in force; one grant was revoked in part, one project given up': () => {
      for (const { line: project, determined } of courses) {
        assert.equal(BigInt(project.inForce), determined, project.title);
      }
      for (const act of ['revocation', 'discontinuation']) {
        assert.equal(year.projects.filter(({ course }) => course[act]).length, 1, act);
      }
    },
    '概算払 came in two parts of 5/10 and 3/10; the second made up for the amendment, none followed the discontinuation':
      () => {
        for (const { line: project, parts } of courses) {
          const advances = project.claims.filter(({ part }) => part.startsWith('概算払'));
          assert.deepEqual(
            advances.map(({ amount }) => BigInt(amount)),
            parts,
            project.title,
          );
          for (const { paidOn, state } of project.claims) {
            assert.equal(state, '振込済み', project.title);
            assert.match(paidOn, /^令和[89]年/, project.title);
          }
        }
      },
    'what was determined is the rule over the costs that count, never above what is in force': () => {
      for (const { line: project, determined } of courses) {
        assert.equal(BigInt(project.determination.amount), determined, project.title);
        const { working, letter } = project.determination;
        assert.equal(sumOf(working.map(({ yen }) => BigInt(yen))), determined, `${project.title}: working`);
        inspectPdf(letter);
      }
    },
    'the settlement goes up, comes out equal and goes down; the rest is paid as 精算払': () => {
      const kinds = courses.map(({ line: project, parts, determined }) => {
        const settled = project.claims.filter(({ part }) => part === '精算払').map(({ amount }) => BigInt(amount));
        const rest = determined - sumOf(parts);
        assert.deepEqual(settled, rest > 0n ? [rest] : [], project.title);
        return rest > 0n ? 'up' : rest === 0n ? 'equal' : 'down';
      });
      assert.deepEqual([...new Set(kinds)].sort(), ['down', 'equal', 'up']);
    },
    'a transfer that the bank gave back was paid once more under the same order': () => {
      assert.equal(year.returned.length, 1);
      const [{ organization, amount, outcome }] = year.returned;
      assert.equal(outcome, 'もう一度支払った');
      const { claims } = year.projects.find((project) => project.organization === organization);
      assert.equal(claims.filter((claim) => claim.amount === amount).length, 1);
    },
    'the bank files pay what was claimed, and what came back a second time': () => {
      for (const transfer of year.transfers) {
        inspectHash(transfer);
        assert.equal(transfer.state, '支払済み', transfer.file);
      }
      const first = files.find(({ file }) => file.startsWith('zengin-'));
      assert.equal(year.transfers[0].sha256, first.sha256, 'the file of the first story is the same as in May');
      const sent = sumOf(
        year.transfers.flatMap(({ file }) => recordsOf(read(file)).data.map((record) => BigInt(record.slice(80, 90)))),
      );
      const claimed = sumOf(year.projects.flatMap(({ claims }) => claims.map(({ amount }) => BigInt(amount))));
      const returned = sumOf(year.returned.map(({ amount }) => BigInt(amount)));
      assert.equal(sent, granted(organizations, 'ogori') + claimed + returned);
    },
    'both years are closed and every book agrees with every other, line by line': () => {
      assert.equal(proof.balanced, true);
      assert.deepEqual(proof.closed.map(({ town }) => town).sort(), ['kotake', 'ogori']);
      for (const { words } of proof.closed) assert.match(words, /令和9年5月31日に閉鎖しました/);
      for (const { name, books } of proof.lines) {
        assert.equal(books.length, 4, name);
        for (const { figure, amounts } of books)
          assert.equal(new Set(Object.values(amounts)).size, 1, `${name} ${figure}`);
      }
    },
    'the proof holds what the grants and payments of the story come to': () => {
      const operating = { ogori: line('ogori', '-18'), kotake: line('kotake', '-18') };
      for (const [town, figures] of Object.entries(operating)) {
        const whole = granted(organizations, town).toString();
        const { committed, ordered, paid, returned } = figures;
        assert.deepEqual([committed, ordered, paid, returned], [whole, whole, whole, '0'], town);
      }
      const { reserved, committed, ordered, paid, returned } = line('ogori', '-19');
      const claimed = sumOf(year.projects.flatMap(({ claims }) => claims.map(({ amount }) => BigInt(amount))));
      assert.deepEqual([BigInt(reserved), BigInt(ordered), BigInt(paid)], [0n, claimed, claimed]);
      // What came out as too much stays bound until it comes back.
      assert.deepEqual([BigInt(returned), BigInt(committed)], [0n, claimed]);
    },
    'the totals are the sums of the lines, and no line is above its ceiling': () => {
      for (const [figure, total] of Object.entries(proof.totals)) {
        assert.equal(BigInt(total), sumOf(proof.lines.map((each) => BigInt(each[figure]))), figure);
      }
      for (const { name, ceiling, committed } of proof.lines) assert.ok(BigInt(committed) <= BigInt(ceiling), name);
    },
  };
}

/** The amounts that follow from the story of a project. */
function courseOf(line, projects) {
  const { planned, decision, assessed } = projects.find(({ organization }) => organization === line.organization);
  const { amendment, discontinuation, revocation, report } = line.course;
  const decided = BigInt(decision.outcome === '保留' ? assessed.amount : decision.amount);
  const now = planned.costs.map((cost) => {
    const [, times] =
      Object.entries(amendment?.quantities ?? {}).find(([remark]) => cost.remark.startsWith(remark)) ?? [];
    return times === undefined ? cost : { ...cost, times };
  });
  const amendedTo = amendment ? grantFor({ ...planned, costs: judgedCosts({ costs: now }) }) : decided;
  const inForce = revocation ? BigInt(revocation.kept) : amendedTo;
  const [first] = partsOf(decided);
  const parts = discontinuation ? [first] : [first, sumOf(partsOf(amendedTo)) - first];
  const determined = min(grantForCost(netCost(planned, report)), inForce);
  return { line, decided, amendedTo, parts, determined };
}

/** What counts of the real costs, less what came in besides and what the inspection set aside. */
function netCost(planned, { costs, income, disallowed }) {
  const named = (remark) => (cost) => cost.remark.startsWith(remark);
  const judged = judgedCosts(planned);
  const eligible = Object.entries(costs).filter(([remark]) => {
    const cost = judged.find(named(remark));
    return cost.eligible === undefined ? !isUnpaid(cost) : cost.eligible === 'yes';
  });
  const other = Object.entries(income).filter(([remark]) => planned.income.some(named(remark)));
  const yenOf = (lines) => sumOf(lines.map(([, yen]) => BigInt(yen)));
  const net = yenOf(eligible) - yenOf(other) - BigInt(disallowed?.amount ?? 0);
  return net > 0n ? net : 0n;
}

const granted = (organizations, town) =>
  sumOf(organizations.filter((each) => each.town === town).map(({ amount }) => BigInt(amount)));

const min = (a, b) => (a < b ? a : b);
