import { Fragment } from 'preact';
import type { BudgetLine } from '../../budgets/index.js';
import { formatDeadline } from '../../kernel/deadline.js';
import { formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatYen } from '../../kernel/yen.js';
import { LETTER_NAMES, LETTER_TITLES, type AcceptancePeriod, type ProgramVersion } from '../../programs/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DataTable,
  Day,
  Form,
  Moment,
  Notice,
  Section,
  type Viewer,
} from '../shared/index.js';
import { BlankFormLink } from '../shared/blank-form-link.js';
import { ProgramBudgetWords } from './program-budget.js';
import { samplePath } from './program-letters.js';
import { Publication, Withdrawal, WithdrawnNotice, type PublicationOutlook } from './program-publication.js';
import { ProgramRuleSection } from './program-rule.js';
import { editionInWords } from './program-words.js';

import { stateTag } from './program-state.js';

interface ProgramPageProps {
  readonly viewer: Viewer;
  readonly version: ProgramVersion;
  readonly period: AcceptancePeriod;
  readonly budgetLine: BudgetLine;
  /** The published edition that this one follows. */
  readonly predecessor: ProgramVersion | null;
  /** A newer edition of its year holds. */
  readonly superseded: boolean;
  readonly outlook: PublicationOutlook;
  readonly mayEdit: boolean;
  /** An administrator edits the rule of a draft, whose structure is theirs. */
  readonly mayEditRule: boolean;
  /** What a refused form held. */
  readonly typed: unknown;
}

/** One edition in words, with what its rule gives; a draft can be edited and published from here. */
export function ProgramPage(props: ProgramPageProps) {
  const { viewer, version, period, budgetLine, predecessor, superseded, mayEdit, mayEditRule } = props;
  const { document } = version;
  return (
    <>
      {version.state === 'withdrawn' && <WithdrawnNotice version={version} />}
      {document.sample.length > 0 && (
        <Notice tone="warning" title="見本の値があります">
          <p>{document.sample.join('、')}</p>
        </Notice>
      )}
      <CheckAnswers
        answers={[
          { label: '状態', value: <StateLine version={version} superseded={superseded} /> },
          ...(predecessor
            ? [
                {
                  label: '前の版',
                  value: <PredecessorLine viewer={viewer} version={version} predecessor={predecessor} />,
                },
              ]
            : []),
          { label: '目的', value: document.purpose },
          { label: '根拠', value: document.legalBasis.title },
          {
            label: '予算科目',
            value: `${budgetLine.code} ${budgetLine.name}（予算額 ${formatYen(budgetLine.ceiling)}）`,
          },
          {
            label: '支払',
            value: `${document.payment.methodLabel}、${document.payment.settlement ? '精算あり' : '精算なし'}`,
          },
          {
            label: '受付期間',
            value: <PeriodLine viewer={viewer} version={version} period={period} />,
          },
          { label: '交付決定の予定', value: <Day date={document.timetable.decisionBy} /> },
          {
            label: '紙の申請書',
            value: (
              <>
                <BlankFormLink viewer={viewer} versionId={version.id} name={document.name} />
                {mayEdit && version.state === 'published' && (
                  <>
                    　<a href={viewer.url('staff/paper', { programVersionId: version.id })}>届いた紙の申請を入力する</a>
                  </>
                )}
              </>
            ),
          },
          {
            label: '通知書の見本',
            value: LETTER_NAMES.map((letter) => (
              <Fragment key={letter}>
                <a href={viewer.url(samplePath(version.id, letter))}>{LETTER_TITLES[letter]}の見本（PDF）</a>　
              </Fragment>
            )),
          },
        ]}
      />
      <ProgramRuleSection viewer={viewer} document={document} />
      {version.state === 'draft' && mayEditRule && (
        <p>
          <a href={viewer.url(`staff/programs/${version.id}/edit`)}>交付額の決まりを直す</a>
        </p>
      )}
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url(`staff/programs/${version.id}/trial`)}>
          例で算定を試す
        </ButtonLink>
        <ButtonLink kind="secondary" href={viewer.url(`staff/programs/${version.id}/trial/applications`)}>
          実際の申請で試す
        </ButtonLink>
      </ButtonRow>
      <ProgramBudgetWords budget={document.budget} />
      <Section title="審査の確認項目">
        <DataTable
          caption="確認項目"
          captionHidden
          empty="確認項目はまだありません。"
          rows={document.checklist}
          columns={[
            { label: '項目', cell: ({ text }) => text },
            { label: '根拠', cell: ({ article }) => article },
            { label: '確かめ方', tight: true, cell: ({ automatic }) => (automatic === null ? '職員' : '自動') },
          ]}
        />
      </Section>
      <Section title="交付の条件">
        <ol>
          {document.conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ol>
      </Section>
      {mayEdit && <Acts {...props} />}
    </>
  );
}

const StateLine = ({ version, superseded }: Pick<ProgramPageProps, 'version' | 'superseded'>) => (
  <>
    {stateTag(version, superseded)} 第{String(version.number)}版　
    {version.publishedAt ? (
      <>
        公開：{version.publishedBy}　<Moment at={version.publishedAt} />
      </>
    ) : (
      <>
        最後の保存：{version.changedBy}　<Moment at={version.changedAt} />
      </>
    )}
  </>
);

const PredecessorLine = ({
  viewer,
  version,
  predecessor,
}: {
  viewer: Viewer;
  version: ProgramVersion;
  predecessor: ProgramVersion;
}) => (
  <>
    <a href={viewer.url(`staff/programs/${predecessor.id}`)}>{editionInWords(predecessor)}</a>　
    <a href={viewer.url(`staff/programs/${version.id}/changes`)}>前の版との違いを見る</a>
  </>
);

const PeriodLine = ({ viewer, version, period }: Pick<ProgramPageProps, 'viewer' | 'version' | 'period'>) => (
  <>
    <Day date={period.opens} />～{formatDeadline(period.closes)}
    {period.extension && '（延長後）'}
    {version.state === 'published' && (
      <>
        　<a href={viewer.url(`staff/programs/${version.id}/period`)}>延長・期限後の受付</a>
      </>
    )}
  </>
);

function Acts({ viewer, version, superseded, outlook, typed }: ProgramPageProps) {
  const path = `staff/programs/${version.id}`;
  if (version.state === 'draft') {
    return (
      <>
        <ButtonRow>
          <ButtonLink kind="secondary" href={viewer.url(`${path}/edit`)}>
            下書きを直す
          </ButtonLink>
        </ButtonRow>
        <Publication viewer={viewer} version={version} outlook={outlook} typed={typed} />
      </>
    );
  }
  return (
    <>
      <Form action={viewer.url(`${path}/next`)}>
        <p>
          公開した版は変えられません。直すときは、この版を写した新しい版を作ります。公開すると、作成中の申請は新しい版に引き継がれます。提出された申請は、提出したときの版のまま進みます。
        </p>
        <ButtonRow>
          <Button kind="secondary">新しい版を作る</Button>
        </ButtonRow>
      </Form>
      {version.state === 'published' && (
        <Form action={viewer.url(`${path}/next-year`)}>
          <p>
            次の年度の下書きは、年度、日程、「{formatFiscalYear(version.document.fiscalYear)}
            」の言葉を1年先に移して作ります。移したところは「前の版との違い」で確かめられます。
          </p>
          <ButtonRow>
            <Button kind="secondary">次の年度の下書きを作る</Button>
          </ButtonRow>
        </Form>
      )}
      {version.state === 'published' && !superseded && (
        <Withdrawal viewer={viewer} version={version} outlook={outlook} typed={typed} />
      )}
    </>
  );
}
