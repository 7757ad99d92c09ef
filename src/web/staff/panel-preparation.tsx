import type { MeetingView } from '../../panels/index.js';
import {
  Button,
  ButtonRow,
  Details,
  FileField,
  Form,
  Section,
  Select,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { PanelMaterials } from '../shared/panel-materials.js';
import { typedText } from '../shared/typed-text.js';
import { AppointmentFields } from './panel-appointment-fields.js';
import { appointmentAsTyped } from './panel-appointment.js';
import type { MeetingPageProps } from './panel-meeting-parts.js';

/** Another day, hour, place or length, with the reason. */
export function Moving({ viewer, view: { meeting }, typed }: MeetingPageProps) {
  const isTyped = typedText(typed, 'heldOn') !== '' || typedText(typed, 'place') !== '';
  return (
    <Details summary="日時・会場・時間を変える" open={isTyped}>
      <Form
        action={viewer.url(`staff/panel-meetings/${meeting.id}/appointment`)}
        version={meeting.version}
        label="日時・会場"
      >
        <AppointmentFields typed={isTyped ? typed : appointmentAsTyped(meeting)} />
        <TextField
          name="moveReason"
          label="変える理由"
          required
          value={isTyped ? typedText(typed, 'moveReason') : ''}
        />
        <ButtonRow>
          <Button kind="secondary">変更を保存する</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
}

/** The presenters hear their day, order and time; again after a change. */
export function Telling({ viewer, view: { meeting, acts, cases } }: MeetingPageProps) {
  if (meeting.presentation === null || cases.length === 0) return null;
  const isTold = acts.some(({ kind }) => kind === 'told');
  const last = acts.findLast(({ kind }) => kind === 'told' || kind === 'moved' || kind === 'ordered');
  const words =
    last?.kind === 'told'
      ? '知らせました。順番や日時を変えたときは、もう一度知らせます。'
      : last?.kind === 'moved'
        ? '日時や会場が変わりました。新しい日時はまだ知らせていません。'
        : isTold
          ? '順番が変わりました。新しい順番と時間はまだ知らせていません。'
          : 'まだ知らせていません。順番が決まったら知らせます。';
  return (
    <Section title="発表する人へのお知らせ">
      <p>{words}メールアドレスがある人にはメールで、日時・会場・順番・時間を送ります。</p>
      <Form action={viewer.url(`staff/panel-meetings/${meeting.id}/telling`)} label="発表する人へのお知らせ">
        <ButtonRow>
          <Button kind="secondary">{last?.kind === 'told' ? 'もう一度知らせる' : '発表する人に知らせる'}</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

/** 資料 of the meeting and of each case, beside what was sent with them. */
export function MaterialsSection({ viewer, view, mayAct, typed }: MeetingPageProps) {
  const { meeting, materials, scans, cases, words } = view;
  const mayChange = mayAct && meeting.state !== 'confirmed';
  if (materials.length === 0 && !mayChange) return null;
  const path = `staff/panel-meetings/${meeting.id}/materials`;
  const groups = [
    { id: null, title: '全体の資料' },
    ...cases.map(({ id, title }) => ({ id: id as string | null, title: `「${title}」の資料` })),
  ].map((group) => ({ ...group, own: materials.filter(({ caseId }) => caseId === group.id) }));
  return (
    <Section title="資料">
      <p>{`${words.thing}に添えられたファイルは、採点表の画面に出ています。ほかに配る資料を、ここに加えます。`}</p>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ id, title, own }) => (
          <div key={id}>
            <h3>{title}</h3>
            <PanelMaterials materials={own} scans={scans} href={(each) => viewer.url(`${path}/${each}`)} />
          </div>
        ))}
      {mayChange && <Adding {...{ viewer, view, path, typed }} />}
      {mayChange && materials.length > 0 && (
        <Details summary="資料を外す">
          <Form action={viewer.url(`${path}/removal`)} label="資料を外す">
            <Select
              name="materialId"
              label="外す資料"
              required
              options={materials.map(({ id, label, name }) => ({ value: id, label: `${label}（${name}）` }))}
              prompt="選んでください"
            />
            <ButtonRow>
              <Button kind="danger">資料を外す</Button>
            </ButtonRow>
          </Form>
        </Details>
      )}
    </Section>
  );
}

interface AddingProps {
  readonly viewer: Viewer;
  readonly view: MeetingView;
  readonly path: string;
  readonly typed: unknown;
}

const Adding = ({ viewer, view: { cases }, path, typed }: AddingProps) => (
  <Details summary="資料を加える" open={typedText(typed, 'label') !== ''}>
    <Form action={viewer.url(path)} upload label="資料を加える">
      <TextField name="label" label="資料の名前" hint="例：提案の概要" required value={typedText(typed, 'label')} />
      <Select
        name="materialOf"
        label="何の資料ですか"
        options={[
          { value: '', label: '全体の資料' },
          ...cases.map(({ id, title }) => ({ value: id, label: `「${title}」の資料` })),
        ]}
        value={typedText(typed, 'materialOf')}
      />
      <FileField
        name="file"
        label="ファイル"
        hint="PDF・画像・Excel・Word。20MBまで。"
        accept=".pdf,.jpg,.jpeg,.png,.webp,.xlsx,.docx"
        required
      />
      <ButtonRow>
        <Button kind="secondary">資料を加える</Button>
      </ButtonRow>
    </Form>
  </Details>
);
