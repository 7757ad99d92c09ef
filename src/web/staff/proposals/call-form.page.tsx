import { PROPOSER_KIND_LABELS, PROPOSER_KINDS, type Call, type CallDocument } from '../../../proposals/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkboxes,
  DateField,
  FieldGroup,
  Form,
  Notice,
  Radios,
  Section,
  TextArea,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { SaveOnEnter } from '../../shared/save-on-enter.js';
import type { FormValues } from '../program-form-values.js';
import { questionsPath } from '../program-questions-of.js';
import { ProgramRows } from '../program-rows.js';
import { CALL_QUESTIONS } from './call-questions-of.js';

interface CallFormProps {
  readonly viewer: Viewer;
  readonly call: Call;
  /** As stored, or as typed where it was refused or a row was moved. */
  readonly values: FormValues;
  /** Rows were moved and not yet saved. */
  readonly unsaved: boolean;
}

/** A stored call as its form is filled from it. */
export const callValues = ({ rubric, ...call }: CallDocument) => ({ ...call, criteria: rubric?.criteria ?? [] });

/** The words, fields and criteria of a call; its questions have pages of their own. */
export function CallFormPage({ viewer, call, values, unsaved }: CallFormProps) {
  const questions = call.form.flatMap((section) => section.questions);
  return (
    <>
      {unsaved && (
        <Notice tone="info" title="まだ保存していません">
          <p>行の変更は、保存すると下書きに入ります。</p>
        </Notice>
      )}
      <Section title="質問">
        <p>
          {String(questions.length)}問：{questions.map(({ label }) => label).join('、')}
        </p>
        <p>
          <a href={viewer.url(questionsPath(CALL_QUESTIONS, call.id))}>質問を直す・加える</a>
          （このページで直したものは、先に保存してください。）
        </p>
      </Section>
      <Form action={viewer.url(`staff/proposals/${call.id}/edit`)} version={call.version} label="募集の編集">
        <SaveOnEnter />
        <FieldGroup legend="募集">
          <TextField name="title" label="募集の名称" required most={80} value={values.text('title')} />
          <TextArea
            name="lead"
            label="募集の説明"
            hint="何のために、どんな提案を求めるか。"
            rows={5}
            value={values.text('lead')}
          />
          <Radios
            name="themeKind"
            label="テーマ"
            required
            inline
            options={[
              { value: 'free', label: '自由' },
              { value: 'town', label: '町が決める' },
            ]}
            value={values.text('themeKind')}
          />
          <TextArea
            name="theme"
            label="町が決めるテーマ"
            hint="「町が決める」ときに書きます。"
            rows={2}
            value={values.text('theme')}
          />
          <Checkboxes
            name="proposers"
            label="提案できる人"
            required
            options={PROPOSER_KINDS.map((kind) => ({ value: kind, label: PROPOSER_KIND_LABELS[kind] }))}
            values={values.list('proposers')}
          />
          <DateField name="opens" label="受付の始まり" required value={values.day('opens')} />
          <DateField
            name="closes"
            label="受付の終わり"
            hint="この日の24時まで受け付けます。"
            required
            value={values.day('closes')}
          />
          <TextArea name="afterwards" label="提案のあとの流れ" required rows={4} value={values.text('afterwards')} />
        </FieldGroup>
        <FieldGroup legend="分野" hint="提案する人が1つ選びます。仕分けと一覧で、分野ごとに数えます。">
          <ProgramRows
            values={values}
            path="fields"
            caption="分野"
            fields={[{ field: 'label', label: '分野の名称' }]}
          />
        </FieldGroup>
        <FieldGroup
          legend="評価項目"
          hint="点を付けて選ぶときに書きます。要らないときは空のままにしてください。募集のページにも出ます。"
        >
          <ProgramRows
            values={values}
            path="criteria"
            caption="評価項目"
            fields={[
              { field: 'label', label: '項目' },
              { field: 'hint', label: '見るところ', kind: 'long' },
              { field: 'most', label: '配点（点）', kind: 'number' },
            ]}
          />
        </FieldGroup>
        <ButtonRow>
          <Button>保存する</Button>
          <ButtonLink kind="secondary" href={viewer.url(`staff/proposals/${call.id}`)}>
            保存しないで戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
