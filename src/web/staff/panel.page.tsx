import { formatEra } from '../../kernel/local-date.js';
import type { PanelView } from '../../panels/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  DataTable,
  DateField,
  Day,
  Details,
  EmptyState,
  Form,
  Radios,
  Section,
  Select,
  StatusTag,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { MEETING_STATE, SEAT_ROLE } from '../shared/panel-words.js';
import { typedText } from '../shared/typed-text.js';
import { AppointmentFields } from './panel-appointment-fields.js';
import { PanelFields } from './panels.page.js';

interface PanelPageProps {
  readonly viewer: Viewer;
  readonly view: PanelView;
  readonly mayKeep: boolean;
  /** What a refused form held. */
  readonly typed: unknown;
}

/** One panel: what it judges, who sits on it, when it meets. */
export function PanelPage(props: PanelPageProps) {
  return (
    <>
      <Facts {...props} />
      <Meetings {...props} />
      <Members {...props} />
    </>
  );
}

function Facts({ viewer, view: { panel, programmes }, mayKeep, typed }: PanelPageProps) {
  const { name, termFrom, termUntil, programIds, version } = panel;
  const kept = { name, programIds, termFrom: formatEra(termFrom), termUntil: formatEra(termUntil) };
  const isTyped = typedText(typed, 'termFrom') !== '';
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '任期', value: `${kept.termFrom}から${kept.termUntil}まで` },
          {
            label: '審査する補助制度・募集',
            value: programmes
              .filter(({ id }) => programIds.includes(id))
              .map((programme) => programme.name)
              .join('、'),
          },
        ]}
      />
      {mayKeep && (
        <Details summary="名称・任期・審査するものを直す" open={isTyped}>
          <Form action={viewer.url(`staff/panels/${panel.id}`)} version={version} label="審査会">
            <PanelFields programmes={programmes} typed={isTyped ? typed : kept} />
            <ButtonRow>
              <Button kind="secondary">保存する</Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
    </>
  );
}

function Meetings({ viewer, view: { panel, meetings }, mayKeep, typed }: PanelPageProps) {
  return (
    <Section title="開催">
      <DataTable
        caption="審査会の回"
        captionHidden
        cards
        empty="まだ開かれていません。"
        rows={meetings}
        columns={[
          {
            label: '回',
            cell: ({ id, number }) => <a href={viewer.url(`staff/panel-meetings/${id}`)}>{`第${String(number)}回`}</a>,
          },
          { label: '開催日', tight: true, cell: ({ heldOn }) => <Day date={heldOn} /> },
          { label: '時刻', tight: true, cell: ({ startsAt }) => startsAt ?? '' },
          { label: '会場', cell: ({ place }) => place },
          {
            label: '状態',
            tight: true,
            cell: ({ state }) => <StatusTag tone={MEETING_STATE[state].tone}>{MEETING_STATE[state].label}</StatusTag>,
          },
        ]}
      />
      {mayKeep && (
        <Details summary="次の回を開く" open={meetings.length === 0 || typedText(typed, 'heldOn') !== ''}>
          <Form action={viewer.url(`staff/panels/${panel.id}/meetings`)} once label="次の回">
            <AppointmentFields typed={typed} />
            <ButtonRow>
              <Button>開催を決める</Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
    </Section>
  );
}

function Members({ viewer, view: { panel, seats, eligible }, mayKeep, typed }: PanelPageProps) {
  const running = seats.filter(({ untilOn }) => untilOn === null);
  return (
    <Section title="委員">
      <DataTable
        caption="委員の一覧"
        captionHidden
        cards
        empty="委員はまだいません。"
        rows={seats}
        columns={[
          { label: '氏名', cell: ({ name }) => name },
          { label: '役', tight: true, cell: ({ role }) => SEAT_ROLE[role] },
          { label: '選出の区分', cell: ({ capacity }) => capacity },
          { label: '委員になった日', tight: true, cell: ({ fromOn }) => <Day date={fromOn} /> },
          { label: '終わりの日', tight: true, cell: ({ untilOn }) => <Day date={untilOn} /> },
        ]}
      />
      {mayKeep && (
        <Details summary="委員を加える" open={seats.length === 0 || typedText(typed, 'fromOn') !== ''}>
          {eligible.length === 0 ? (
            <EmptyState title="委員になれる人がまだいません。">
              <p>管理者が「職員と職」で「審査会の委員」の職を作り、委員になる人に割り当てると、ここで選べます。</p>
            </EmptyState>
          ) : (
            <Form action={viewer.url(`staff/panels/${panel.id}/members`)} label="委員">
              <Select
                name="staffId"
                label="委員になる人"
                required
                options={eligible.map(({ staffId, name }) => ({ value: staffId, label: name }))}
                prompt="選んでください"
                value={typedText(typed, 'staffId')}
              />
              <Radios
                name="role"
                label="役"
                required
                inline
                options={Object.entries(SEAT_ROLE).map(([value, label]) => ({ value, label }))}
                value={typedText(typed, 'role') || 'member'}
              />
              <TextField
                name="capacity"
                label="選出の区分"
                hint="例：学識経験者、住民代表、市職員"
                size="medium"
                value={typedText(typed, 'capacity')}
              />
              <DateField
                name="fromOn"
                label="委員になる日"
                required
                value={typedText(typed, 'fromOn') || formatEra(panel.termFrom)}
              />
              <ButtonRow>
                <Button kind="secondary">委員を加える</Button>
              </ButtonRow>
            </Form>
          )}
        </Details>
      )}
      {mayKeep && running.length > 0 && (
        <Details summary="委員の終わりの日を記録する" open={typedText(typed, 'untilOn') !== ''}>
          <Form action={viewer.url(`staff/panels/${panel.id}/members/end`)} label="委員の終わり">
            <Select
              name="seatId"
              label="終わる委員"
              required
              options={running.map(({ id, name }) => ({ value: id, label: name }))}
              prompt="選んでください"
              value={typedText(typed, 'seatId')}
            />
            <DateField name="untilOn" label="終わりの日" required value={typedText(typed, 'untilOn')} />
            <ButtonRow>
              <Button kind="secondary">終わりの日を記録する</Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
    </Section>
  );
}
