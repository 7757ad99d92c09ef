import { formatDeadline } from '../../../kernel/deadline.js';
import { dayInJapan, momentInJapan, type LocalDate } from '../../../kernel/local-date.js';
import type { Section as TownSection } from '../../../municipalities/index.js';
import { isOpenAt, type ProgramDocument, type TimedProgram } from '../../../programs/index.js';
import {
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Day,
  homeUrl,
  Notice,
  Section,
  StatusTag,
  type Answer,
  type Viewer,
} from '../../shared/index.js';
import { BlankFormLink } from '../../shared/blank-form-link.js';
import { RuleTable } from '../../shared/rule-table.js';
import { PlainText } from '../../shared/text-blocks.js';
import { ToHaveAtHand } from '../../shared/to-have-at-hand.js';
import { ContactOf } from '../town-page/contact.js';

interface Props {
  readonly viewer: Viewer;
  readonly program: TimedProgram;
  /** That handles it. */
  readonly section: TownSection;
  /** How one applies, in the town's own words. */
  readonly applying: string;
  readonly now: Date;
}

/** One programme as somebody reads it who thinks of applying. */
export function PublicProgramPage({ viewer, program, section, applying, now }: Props) {
  const { id, programId, document } = program;
  return (
    <>
      <Standing program={program} now={now} />
      <Section title="受付と決まり">
        <CheckAnswers answers={answersOf(program, dayInJapan(now))} />
      </Section>
      <Section title="申請のしかた">
        <PlainText text={applying} />
        <ol class="path">
          <li>
            団体の登録をします。登録が済んでいる団体は、役員の方がログインします。初めての団体は、下の窓口に連絡してください。
          </li>
          <li>申請書と収支予算書を書きます。途中でやめても、続きから書けます。</li>
          <li>内容を確かめて提出します。受付票が出ます。直すところがあれば、窓口から連絡します。</li>
        </ol>
        <Section title="用意するもの" level={3}>
          <ToHaveAtHand document={document} />
        </Section>
        <ButtonRow>
          {viewer.signedIn ? (
            <ButtonLink href={homeUrl(viewer)}>窓口へ進む</ButtonLink>
          ) : (
            <ButtonLink href={viewer.url('sign-in')}>ログインして申請する</ButtonLink>
          )}
        </ButtonRow>
        <p>
          紙で申請するときは、用紙を印刷して書き、下の窓口に出してください。
          <br />
          <BlankFormLink viewer={viewer} versionId={id} name={document.name} />
        </p>
      </Section>
      <Section title="補助金の額の決まり">
        <RuleTable document={document} captionHidden />
        {document.sample.length > 0 && <p class="hint">{document.sample.join('、')}は、見本の値です。</p>}
      </Section>
      <Section title="これまでの交付">
        <p>
          <a href={viewer.url('grants', { year: String(document.fiscalYear), program: programId })}>
            この制度で交付した補助金を見る
          </a>
        </p>
      </Section>
      <ContactOf town={viewer.town} section={section} />
    </>
  );
}

function Standing({ program: { period }, now }: Pick<Props, 'program' | 'now'>) {
  const { opens, closes, extension } = period;
  if (isOpenAt(period, now)) {
    return (
      <>
        <p>
          <StatusTag tone="success">受付中</StatusTag> <strong>{formatDeadline(closes)}まで</strong>
        </p>
        {extension && (
          <Notice tone="info" title="受付期間が延長されました">
            <p>新しい締切は{formatDeadline(closes)}です。</p>
            <p>理由：{extension.reason}</p>
          </Notice>
        )}
      </>
    );
  }
  return now < momentInJapan(opens) ? (
    <p>
      <StatusTag tone="info">これから受け付けます</StatusTag> <Day date={opens} />
      から
    </p>
  ) : (
    <p>
      <StatusTag tone="neutral">受付は終わりました</StatusTag> {formatDeadline(closes)}まででした
    </p>
  );
}

function answersOf({ document, period: { opens, closes } }: TimedProgram, today: LocalDate): Answer[] {
  const { perYear, timetable, payment, panel, report, legalBasis } = document;
  return [
    {
      label: '受付期間',
      value: (
        <>
          <Day date={opens} />
          から{formatDeadline(closes)}まで
        </>
      ),
    },
    { label: '対象になる費用', value: eligibleInWords(document) },
    ...(perYear === null
      ? []
      : [{ label: '申請できる件数', value: `一つの団体で、年度に${String(perYear.most)}件まで` }]),
    { label: '審査', value: panel === null ? '担当課が書類を確かめます' : '担当課が書類を確かめ、審査会が採点します' },
    // A programme that takes applications all year may go on long after the day that was planned.
    ...(timetable.decisionBy < today
      ? []
      : [{ label: '交付を決める予定', value: <Day date={timetable.decisionBy} /> }]),
    { label: '支払の方法', value: payment.methodLabel },
    { label: '実績報告', value: report === null ? 'いりません' : '事業が終わってから、結果と収支を報告します' },
    { label: '根拠', value: legalBasis.title },
  ];
}

function eligibleInWords({ eligibleStart }: Pick<ProgramDocument, 'eligibleStart'>) {
  if (eligibleStart.kind === 'day') {
    return (
      <>
        <Day date={eligibleStart.day} />
        から年度の終わりまでにかかる費用
      </>
    );
  }
  return eligibleStart.priorStart
    ? '交付が決まってからかかる費用。その前に始めるときは、事前着手の届けがいります'
    : '交付が決まってからかかる費用';
}
