import type { LateAcceptance } from '../../applications/index.js';
import type { CaseItem } from '../../cases/index.js';
import { formatDeadline } from '../../kernel/deadline.js';
import { formatEra } from '../../kernel/local-date.js';
import type { OrganizationProfile } from '../../organizations/index.js';
import type { PeriodExtension, TimedProgram } from '../../programs/index.js';
import {
  Button,
  ButtonRow,
  Checkbox,
  DataTable,
  DateField,
  FigureRow,
  Form,
  Moment,
  Section,
  Select,
  TextArea,
  TextField,
  type Choice,
  type Viewer,
} from '../shared/index.js';
import { DeadlineFigure } from '../shared/deadline.js';
import { typedText } from '../shared/typed-text.js';

export interface ProgramPeriod {
  readonly program: TimedProgram;
  readonly extensions: readonly PeriodExtension[];
  readonly allowed: readonly LateAcceptance[];
  readonly organizations: readonly OrganizationProfile[];
  /** Drafts of the programme's year: their existence only. */
  readonly drafts: readonly CaseItem[];
  readonly now: Date;
}

interface ProgramPeriodProps extends ProgramPeriod {
  readonly viewer: Viewer;
  readonly mayAct: boolean;
  /** What a refused form held. */
  readonly typed: unknown;
}

/** The period as it holds, what moved its end for everyone, and who may come after it. */
export function ProgramPeriodPage(props: ProgramPeriodProps) {
  const { program, extensions, allowed, organizations, drafts, now, mayAct } = props;
  const nameOf = new Map(organizations.map(({ id, name }) => [id, name]));
  const draftTitle = new Map(drafts.map(({ id, title }) => [id, title]));
  return (
    <>
      <FigureRow>
        <DeadlineFigure label="受付の締切" deadline={program.period.closes} now={now} />
      </FigureRow>
      <Section title="受付期間の延長">
        <p>公開した版の受付期間は変わりません。延長は別に公表され、すべての団体に同時に当てはまります。</p>
        <DataTable
          caption="公表した延長"
          empty="延長はまだありません。"
          cards
          rows={extensions}
          columns={[
            { label: '新しい締切', tight: true, cell: ({ closes }) => formatDeadline(closes) },
            { label: '理由', cell: ({ reason }) => reason },
            { label: '公表した人', tight: true, cell: ({ publishedBy }) => publishedBy },
            { label: '公表した日時', tight: true, cell: ({ publishedAt }) => <Moment at={publishedAt} /> },
          ]}
        />
        {mayAct && <ExtensionForm {...props} />}
      </Section>
      <Section title="期限後の受付">
        <p>一つの団体に限り、締切のあとの提出を認めます。理由は審査の画面と記録に残り、団体にも示されます。</p>
        <DataTable
          caption="認めた期限後の受付"
          empty="期限後の受付はまだ認めていません。"
          cards
          rows={allowed}
          columns={[
            { label: '団体', cell: ({ organizationId }) => nameOf.get(organizationId) ?? '' },
            {
              label: '申請',
              cell: ({ applicationId }) =>
                applicationId === null ? 'この補助制度の申請' : (draftTitle.get(applicationId) ?? '提出された申請'),
            },
            { label: 'いつまで', tight: true, cell: ({ untilOn }) => formatEra(untilOn) },
            { label: '理由', cell: ({ reason }) => reason },
            { label: '認めた人', tight: true, cell: ({ allowedBy }) => allowedBy },
            { label: '認めた日時', tight: true, cell: ({ allowedAt }) => <Moment at={allowedAt} /> },
          ]}
        />
        {mayAct && <LateForm {...props} />}
      </Section>
    </>
  );
}

function ExtensionForm({ viewer, program, typed }: ProgramPeriodProps) {
  return (
    <Form action={viewer.url(`staff/programs/${program.id}/period/extensions`)} label="受付期間の延長">
      <DateField name="closesOn" label="新しい締切の日" required value={typedText(typed, 'closesOn')} />
      <TextField
        name="closesTime"
        label="新しい締切の時刻"
        hint="例：17:00。空欄のときは、その日の24時まで受け付けます。"
        size="short"
        value={typedText(typed, 'closesTime')}
      />
      <TextArea
        name="extensionReason"
        label="延長の理由"
        hint="申請する団体にそのまま示されます。例：5月29日の夕方にシステムの障害があったため"
        required
        rows={2}
        value={typedText(typed, 'extensionReason')}
      />
      <Checkbox name="confirmed" label="すべての団体の締切が延びることを確かめました" required />
      <ButtonRow>
        <Button>延長を公表する</Button>
      </ButtonRow>
    </Form>
  );
}

function LateForm({ viewer, program, typed, organizations, drafts }: ProgramPeriodProps) {
  return (
    <Form action={viewer.url(`staff/programs/${program.id}/period/late-acceptances`)} label="期限後の受付">
      <Select
        name="whom"
        label="認める団体と申請"
        required
        value={typedText(typed, 'whom')}
        options={choices(organizations, drafts)}
      />
      <DateField name="untilOn" label="いつまで受け付けるか" required value={typedText(typed, 'untilOn')} />
      <TextArea
        name="lateReason"
        label="期限後に受け付ける理由"
        required
        rows={2}
        value={typedText(typed, 'lateReason')}
      />
      <ButtonRow>
        <Button kind="secondary">期限後の受付を認める</Button>
      </ButtonRow>
    </Form>
  );
}

const choices = (organizations: readonly OrganizationProfile[], drafts: readonly CaseItem[]): Choice[] =>
  organizations.flatMap(({ id, name }) => [
    ...drafts
      .filter(({ organizationId }) => organizationId === id)
      .map((draft) => ({ value: `application:${draft.id}`, label: `${name}：作成中の「${draft.title}」だけ` })),
    { value: `organization:${id}`, label: `${name}：これから始める申請も` },
  ]);
