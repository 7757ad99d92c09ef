import type { MeetingView, PanelCase, SeatedMember } from '../../panels/index.js';
import { AbsentChoice } from '../shared/absent-choice.js';
import {
  Button,
  ButtonRow,
  Checkboxes,
  DataTable,
  Details,
  EmptyState,
  Form,
  Notice,
  Section,
  Select,
  StatusTag,
  TextArea,
  TextField,
} from '../shared/index.js';
import { casePage, slotInWords } from '../shared/panel-words.js';
import { typedList, typedTexts } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';
import { MaterialsSection, Moving, Telling } from './panel-preparation.js';
import { MeetingActs, MeetingHead, type MeetingPageProps } from './panel-meeting-parts.js';

/** What is judged in which order, how far the members have come, and the end of the scoring. */
export function AgendaPage(props: MeetingPageProps) {
  const { view, mayAct } = props;
  const isOpen = view.meeting.state === 'scoring';
  return (
    <>
      <MeetingHead {...props} here="agenda" />
      {mayAct && isOpen && <Moving {...props} />}
      <AgendaList {...props} />
      {mayAct && isOpen && <Candidates {...props} />}
      {mayAct && view.meeting.state !== 'confirmed' && view.cases.length > 0 && <TakeOff {...props} />}
      {mayAct && isOpen && <Telling {...props} />}
      <MaterialsSection {...props} />
      <Progress {...props} />
      {mayAct && isOpen && <Closing {...props} />}
      <MeetingActs acts={view.acts} />
    </>
  );
}

function AgendaList({ viewer, view, mayAct, typed }: MeetingPageProps) {
  const { meeting, cases, withdrawn, slots, words } = view;
  const positions = typedTexts(typed, 'positions');
  const mayOrder = mayAct && meeting.state === 'scoring' && cases.length > 1;
  const table = (
    <DataTable
      caption="議題の一覧"
      captionHidden
      cards
      empty={{ title: '議題はまだありません。', body: <p>{`下の一覧から、審査する${words.thing}を加えます。`}</p> }}
      rows={cases}
      columns={[
        {
          label: '順番',
          tight: true,
          cell: ({ id, title, position }) =>
            mayOrder ? (
              <TextField
                name={`positions[${id}]`}
                label={`「${title}」の順番`}
                labelHidden
                size="short"
                inputMode="numeric"
                value={positions[id] ?? position}
              />
            ) : (
              position
            ),
        },
        ...(slots.size === 0
          ? []
          : [{ label: '時刻', tight: true, cell: ({ id }: PanelCase) => slotInWords(slots.get(id)) }]),
        {
          label: '件名',
          heading: true,
          cell: ({ id, title, subject }) => (
            <>
              <a href={viewer.url(casePage(subject))}>{title}</a>
              {withdrawn.has(id) && (
                <>
                  {' '}
                  <StatusTag tone="danger">取下げ・対象外</StatusTag>
                </>
              )}
            </>
          ),
        },
        { label: words.party, cell: ({ organizationName }) => organizationName },
        { label: words.reference, tight: true, cell: ({ reference }) => reference },
        { label: '忌避', cell: (item) => recusedInWords(view, item) },
      ]}
    />
  );
  return (
    <Section title="議題">
      {mayOrder ? (
        <Form action={viewer.url(`staff/panel-meetings/${meeting.id}/order`)} label="議題の順番">
          {table}
          <ButtonRow>
            <Button kind="secondary" small>
              順番を保存する
            </Button>
          </ButtonRow>
        </Form>
      ) : (
        table
      )}
    </Section>
  );
}

function recusedInWords({ recused, meeting }: MeetingView, { id, subject }: PanelCase) {
  const barred = recused.get(id) ?? [];
  if (barred.length === 0) return 'なし';
  if (meeting.state === 'confirmed') return barred.map(({ name }) => name).join('、');
  return barred
    .map(
      ({ name, declared }) =>
        `${name}（${declared ? `申出：${declared.reason}` : subject.kind === 'proposal' ? '利害関係' : '利害関係の届出'}）`,
    )
    .join('、');
}

function Candidates({ viewer, view: { meeting, candidates, words }, typed }: MeetingPageProps) {
  if (candidates.length === 0) return <p>{`議題に加えられる${words.thing}は、いまはほかにありません。`}</p>;
  return (
    <Details summary={`議題に加えられる${words.thing}（${String(candidates.length)}件）`} open>
      <Form action={viewer.url(`staff/panel-meetings/${meeting.id}/cases`)} label={`議題に加える${words.thing}`}>
        <Checkboxes
          name="subjectIds"
          label={`議題に加える${words.thing}`}
          options={candidates.map(({ id, title, reference, organizationName }) => ({
            value: id,
            label: title,
            hint: `${organizationName}　${reference}`,
          }))}
          values={typedList(typed, 'subjectIds')}
        />
        <ButtonRow>
          <Button>議題に加える</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}

function TakeOff({ viewer, view: { meeting, cases, words }, typed }: MeetingPageProps) {
  return (
    <Details summary="議題から外す" open={typedText(typed, 'caseId') !== ''}>
      <Form action={viewer.url(`staff/panel-meetings/${meeting.id}/taking-off`)} label="議題から外す">
        <Select
          name="caseId"
          label={`外す${words.thing}`}
          required
          options={cases.map(({ id, title, organizationName }) => ({
            value: id,
            label: `${title}（${organizationName}）`,
          }))}
          prompt="選んでください"
          value={typedText(typed, 'caseId')}
        />
        <TextArea name="reason" label="外す理由" required rows={2} value={typedText(typed, 'reason')} />
        <ButtonRow>
          <Button kind="danger">議題から外す</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}

const PROGRESS = { recused: '忌避', blank: '未記入', complete: '記入済み' } as const;

function Progress({ view: { progress, cases, meeting } }: MeetingPageProps) {
  if (cases.length === 0) return null;
  return (
    <Section title="採点の進み具合">
      {meeting.state === 'scoring' && <p>点数は、採点を締め切るまで誰にも示しません。</p>}
      <DataTable
        caption="委員ごとの進み具合"
        captionHidden
        cards
        empty={{ title: '委員がまだいません。', body: <p>審査会のページで委員を加えます。</p> }}
        rows={progress}
        columns={[
          { label: '委員', tight: true, cell: (member) => nameOf(member) },
          ...cases.map(({ title, rubric }, index) => ({
            label: `${String(index + 1)}　${title}`,
            cell: ({ cases: own }: (typeof progress)[number]) => {
              const { state = 'blank', filled = 0 } = own[index] ?? {};
              return state === 'begun'
                ? `${String(rubric.criteria.length)}項目のうち${String(filled)}項目`
                : PROGRESS[state];
            },
          })),
        ]}
      />
    </Section>
  );
}

const nameOf = ({ name, role, capacity }: SeatedMember): string =>
  `${name}${role === 'chair' ? '（会長）' : capacity === '' ? '' : `（${capacity}）`}`;

function Closing({ viewer, view: { meeting, members, cases }, typed }: MeetingPageProps) {
  if (members.length === 0) return <EmptyState title="委員を加えると、採点を締め切れます。" />;
  return (
    <Section title={cases.length === 0 ? '採点のない会を締め切る' : '採点を締め切る'}>
      {cases.length === 0 ? (
        <p>検証だけを行った会のように採点するものがない会は、開催の日から、議題のないまま締め切れます。</p>
      ) : (
        <Notice tone="neutral" title="締め切ると、採点表は直せなくなります">
          <p>点数と順位が「結果」に出ます。解除するときは、理由が記録に残ります。</p>
        </Notice>
      )}
      <Form action={viewer.url(`staff/panel-meetings/${meeting.id}/closing`)} label="採点の締切り">
        <AbsentChoice members={members} chosen={typedList(typed, 'absent')} />
        <ButtonRow>
          <Button kind={cases.length === 0 ? 'secondary' : 'primary'}>
            {cases.length === 0 ? '会を締め切る' : '採点を締め切る'}
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
