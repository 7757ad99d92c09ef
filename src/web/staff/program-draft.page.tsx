import type { Fault } from '../../kernel/domain-error.js';
import { formatEra } from '../../kernel/local-date.js';
import type { ProgramDocument, ProgramVersion } from '../../programs/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Form,
  messageFor,
  Notice,
  Section,
  TaskList,
  type Task,
  type Viewer,
} from '../shared/index.js';
import { RuleTable } from '../shared/rule-table.js';
import { SaveOnEnter } from '../shared/save-on-enter.js';
import { StaleComparison, type Compared } from '../shared/stale-comparison.js';
import { Deletion } from './program-deletion.js';
import { DRAFT_PARTS, partOfFault, type DraftPart, type PartProps } from './program-parts.js';

export const draftPath = (versionId: string, part?: string): string =>
  `staff/programs/${versionId}/edit${part === undefined ? '' : `/${part}`}`;

interface DraftPageProps {
  readonly viewer: Viewer;
  readonly version: ProgramVersion;
  readonly faults: readonly Fault[];
  /** An administrator who is not of the promotion staff edits the rule and nothing else. */
  readonly mayEdit: (part: string) => boolean;
  readonly mayDiscard: boolean;
}

/** The draft of an edition as a list of parts, each with what it still lacks. */
export function ProgramDraftPage({ viewer, version, faults, mayEdit, mayDiscard }: DraftPageProps) {
  const tasks = DRAFT_PARTS.map((part): Task => {
    const here = faults.filter((fault) => partOfFault(fault)?.name === part.name);
    return {
      label: part.title,
      ...(mayEdit(part.name) && { href: viewer.url(draftPath(version.id, part.name)) }),
      hint:
        [...new Set(here.map(({ code, params }) => messageFor(code, params)))].join('') || partHint(part.name, version),
      ...(here.length > 0
        ? { status: '未完了', tone: 'warning' as const }
        : { status: 'そろっています', tone: 'success' as const }),
    };
  });
  return (
    <>
      <TaskList tasks={tasks} />
      <p>
        {faults.length > 0
          ? '「未完了」の部分を直すと公開できます。'
          : 'すべての部分がそろっています。内容を確かめて公開できます。'}
      </p>
      <ButtonRow>
        <ButtonLink href={viewer.url(`staff/programs/${version.id}`)}>内容を確かめて公開へ進む</ButtonLink>
      </ButtonRow>
      {mayDiscard && (
        <Deletion
          action={viewer.url(draftPath(version.id, 'discard'))}
          version={version.version}
          title="この下書きを破棄する"
          words="下書きは一覧からなくなり、元に戻せません。公開されている版と申請は変わりません。"
          button="下書きを破棄する"
        />
      )}
    </>
  );
}

/** What the part holds now, so that one need not open it to know. */
function partHint(part: string, { document }: ProgramVersion): string {
  const { form, budget, checklist, conditions, report, rule, timetable } = document;
  const hints: Readonly<Record<string, string>> = {
    basics: document.name,
    schedule: `受付 ${formatEra(timetable.opens)}～${formatEra(timetable.closes)}`,
    amount: rule.terms.map(({ label }) => label).join('、'),
    questions: formHint(form),
    'report/questions': report ? formHint(report.form) : '実績報告書を求めません。',
    budget: `収入${String(budget.income.length)}科目、支出${String(budget.expenditure.length)}科目`,
    checklist: `${String(checklist.length)}項目`,
    letters: `条件${String(conditions.length)}件`,
  };
  return hints[part] ?? '';
}

const formHint = (form: ProgramDocument['form']): string =>
  `${String(form.length)}区分、${String(form.flatMap(({ questions }) => questions).length)}問`;

interface PartPageProps extends PartProps {
  readonly viewer: Viewer;
  readonly version: ProgramVersion;
  readonly part: DraftPart;
  /** What differs, where somebody else saved in the meantime. */
  readonly compared: readonly Compared[] | null;
  /** Rows were added, moved or taken out, and nothing is saved yet. */
  readonly unsaved: boolean;
}

/** One part of the draft with its own save. */
export function ProgramPartPage({ viewer, version, part, compared, unsaved, ...props }: PartPageProps) {
  return (
    <>
      {compared && <StaleComparison rows={compared} />}
      {unsaved && (
        <Notice tone="info" title="まだ保存していません">
          <p>変えたところは、保存すると下書きに入ります。</p>
        </Notice>
      )}
      {part.name === 'amount' && (
        <Section title="いまの決まり">
          <RuleTable document={version.document} />
          <p>
            <a href={viewer.url(draftPath(version.id, 'rule'))}>
              行や数えるものを加える・消す・並べ替える（決まりの形）
            </a>
          </p>
        </Section>
      )}
      <Form action={viewer.url(draftPath(version.id, part.name))} version={version.version} label={part.title}>
        <SaveOnEnter />
        <part.Fields {...props} />
        <ButtonRow>
          <Button name="act" value="back">
            保存して一覧に戻る
          </Button>
          <ButtonLink kind="quiet" href={viewer.url(draftPath(version.id))}>
            保存しないで戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
