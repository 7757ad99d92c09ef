import { dayInJapan, formatEra } from '../../../kernel/local-date.js';
import {
  fieldLabelOf,
  numberInWords,
  PROPOSAL_STATE_LABELS,
  PROPOSAL_STATES,
  PROPOSER_KIND_LABELS,
  type Call,
  type Proposal,
  type ProposalDraft,
  type ProposalStanding,
  type TiedMember,
  type TypedBasics,
} from '../../../proposals/index.js';
import type { PanelStanding } from '../../../panels/index.js';
import type { VisitNote } from '../../../visits/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DataTable,
  DateField,
  Day,
  Form,
  Hidden,
  Moment,
  Notice,
  Section,
  Select,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import type { FileAccess } from '../../shared/kept-files.js';
import { Pages, shownPart, type PartOfRows } from '../../shared/pages-of-rows.js';
import { BasicsFields } from '../../shared/proposals/basics-fields.js';
import { ProposalContent } from '../../shared/proposals/proposal-content.js';
import { ProposalCourse } from '../../shared/proposals/proposal-course.js';
import { periodInWords, ProposalStateTag } from '../../shared/proposals/proposal-words.js';
import { PanelResultSection } from '../panel-result-section.js';
import { HearingSection, isTiedTo } from './hearing-section.js';
import { CodeForm } from './code-form.js';
import { ScreeningForm } from './screening-form.js';
import { Standing } from './standing.js';
import { Tellings } from './telling.js';

/** What a list is narrowed to; blank is everything. */
export interface ProposalFilter {
  readonly field: string;
  readonly state: string;
  readonly words: string;
  /** 'yes': only those whose proposer is still to be told of something. */
  readonly untold: string;
}

interface ReceivedProps {
  readonly viewer: Viewer;
  readonly call: Call;
  readonly rows: readonly Proposal[];
  readonly papers: readonly Proposal[];
  /** Ids of those whose proposer is still to be told of something. */
  readonly untold: ReadonlySet<string>;
  readonly filter: ProposalFilter;
  readonly part: PartOfRows;
}

/** What came in to a call, by number. */
export function ReceivedPage({ viewer, call, rows, papers, untold, filter, part }: ReceivedProps) {
  const path = `staff/proposals/${call.id}/received`;
  const asked = {
    field: filter.field || undefined,
    state: filter.state || undefined,
    words: filter.words || undefined,
    untold: filter.untold || undefined,
  };
  return (
    <>
      {untold.size > 0 && filter.untold === '' && (
        <Notice tone="warning" title={`提案者に知らせていない提案が、${String(untold.size)}件あります`}>
          <p>
            <a href={viewer.url(path, { untold: 'yes' })}>知らせていない提案を見る</a>
          </p>
        </Notice>
      )}
      {filter.untold !== '' && (
        <p>
          知らせていない提案だけを見ています。<a href={viewer.url(path)}>すべての提案を見る</a>
        </p>
      )}
      <Form action={viewer.url(path)} method="get" label="絞り込み">
        {filter.untold !== '' && <Hidden name="untold" value={filter.untold} />}
        <div class="filter-row">
          <Select
            name="field"
            label="分野"
            options={[{ value: '', label: 'すべて' }, ...call.fields.map(({ id, label }) => ({ value: id, label }))]}
            value={filter.field}
          />
          <Select
            name="state"
            label="状態"
            options={[
              { value: '', label: 'すべて' },
              ...PROPOSAL_STATES.filter((state) => state !== 'draft').map((value) => ({
                value,
                label: PROPOSAL_STATE_LABELS[value],
              })),
            ]}
            value={filter.state}
          />
          <TextField name="words" label="名称・提案者の言葉" size="medium" value={filter.words} />
          <Button kind="secondary">絞り込む</Button>
        </div>
      </Form>
      <DataTable
        caption={`届いた提案（${String(rows.length)}件）`}
        keyboard
        cards
        empty={{ title: '提案はありません。', body: <p>絞り込みを外すか、受付を待ってください。</p> }}
        rows={shownPart(rows, part)}
        columns={[
          { label: '番号', tight: true, cell: ({ number }) => numberInWords(number) },
          {
            label: '提案の名称',
            heading: true,
            cell: ({ id, title }) => <a href={viewer.url(`staff/proposals/received/${id}`)}>{title}</a>,
          },
          {
            label: '提案者',
            cell: ({ proposer, paperReceivedOn }) =>
              `${proposer.name}（${PROPOSER_KIND_LABELS[proposer.kind]}${paperReceivedOn ? '・紙で受付' : ''}）`,
          },
          { label: '分野', cell: ({ fieldId }) => fieldLabelOf(call, fieldId) },
          {
            label: '提出',
            tight: true,
            cell: ({ submittedAt }) => submittedAt && <Day date={dayInJapan(submittedAt)} />,
          },
          { label: '状態', tight: true, cell: ({ state }) => <ProposalStateTag state={state} /> },
          { label: 'お知らせ', tight: true, cell: ({ id }) => (untold.has(id) ? '知らせていない' : '') },
        ]}
      />
      <Pages viewer={viewer} path={path} part={part} total={rows.length} />
      <ButtonRow>
        <ButtonLink kind="secondary" href={viewer.url(`${path}.xlsx`, asked)}>
          Excelで保存
        </ButtonLink>
        <ButtonLink kind="secondary" href={viewer.url(`${path}.csv`, asked)}>
          CSVで保存
        </ButtonLink>
      </ButtonRow>
      {papers.length > 0 && (
        <Section title="入力の途中の紙の提案">
          <DataTable
            caption="入力の途中の紙の提案"
            captionHidden
            cards
            empty=""
            rows={papers}
            columns={[
              {
                label: '提案の名称',
                heading: true,
                cell: ({ id, title }) => <a href={viewer.url(`staff/proposals/papers/${id}`)}>{title}</a>,
              },
              { label: '提案者', cell: ({ proposer }) => proposer.name },
              {
                label: '収受日',
                tight: true,
                cell: ({ paperReceivedOn }) => paperReceivedOn && <Day date={paperReceivedOn} />,
              },
              { label: '入力', cell: ({ enteredBy }) => enteredBy },
            ]}
          />
        </Section>
      )}
    </>
  );
}

interface ReceivedProposalProps {
  readonly viewer: Viewer;
  readonly draft: ProposalDraft;
  readonly standing: ProposalStanding;
  readonly access: FileAccess;
  readonly notes: readonly VisitNote[];
  readonly tied: readonly TiedMember[];
  readonly panel: PanelStanding;
  readonly mayAct: boolean;
  /** As it was sent and refused. */
  readonly body?: unknown;
}

/** One proposal whole; how its proposer is reached stands there for promotion staff only. */
export function ReceivedProposalPage(props: ReceivedProposalProps) {
  const { viewer, draft, standing, access, notes, tied, panel, body } = props;
  // Who is tied to it only reads.
  const mayAct = props.mayAct && !isTiedTo(viewer, tied);
  const { call, proposal, answers, files } = draft;
  return (
    <>
      <p>
        <ProposalStateTag state={proposal.state} /> {numberInWords(proposal.number)}{' '}
        {proposal.submittedAt && (
          <>
            提出：
            <Moment at={proposal.submittedAt} />
          </>
        )}
      </p>
      {proposal.paperReceivedOn && (
        <Notice tone="info" title="紙で受付">
          <p>
            収受日：{formatEra(proposal.paperReceivedOn)}（入力：{proposal.enteredBy}）
          </p>
        </Notice>
      )}
      <ProposalCourse draft={draft} forStaff />
      <Tellings {...{ viewer, proposal, mayAct, body }} {...standing.telling} />
      {mayAct && <CodeForm {...{ viewer, proposal, body }} />}
      <Standing {...{ viewer, draft, standing, mayAct, body }} />
      <HearingSection {...{ viewer, draft, notes, tied, mayAct }} />
      <PanelResultSection viewer={viewer} standing={panel} />
      {mayAct && proposal.state === 'relevant' && !standing.draft && (
        <ButtonRow>
          <ButtonLink href={viewer.url(`staff/proposals/received/${proposal.id}/decision`)}>結果を決める</ButtonLink>
        </ButtonRow>
      )}
      {mayAct && !standing.draft && <ScreeningForm viewer={viewer} draft={draft} body={body} />}
      <ProposalContent {...{ call, proposal, answers, files, access }} />
    </>
  );
}

interface PaperProps {
  readonly viewer: Viewer;
  readonly call: Call;
  readonly typed: TypedBasics;
  readonly receivedOn: string;
}

/** The beginning of a proposal that came on paper. */
export const PaperProposalPage = ({ viewer, call, typed, receivedOn }: PaperProps) => (
  <Form action={viewer.url(`staff/proposals/${call.id}/paper`)}>
    <DateField name="receivedOn" label="収受日" hint={`受付：${periodInWords(call)}`} required value={receivedOn} />
    <BasicsFields call={call} typed={typed} />
    <ButtonRow>
      <Button>次へ（内容を入力する）</Button>
    </ButtonRow>
  </Form>
);
