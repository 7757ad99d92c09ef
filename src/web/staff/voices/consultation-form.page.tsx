import {
  CONTACT_RULES,
  type ConsultationContent,
  type ConsultationPage,
  type ContactRule,
} from '../../../consultations/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { formatEra } from '../../../kernel/local-date.js';
import type { Section } from '../../../municipalities/index.js';
import {
  Button,
  ButtonRow,
  Checkboxes,
  DateField,
  FileField,
  Form,
  Radios,
  Select,
  TextArea,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { PLAIN_TEXT_HINT } from '../../shared/text-blocks.js';
import { optionalDay, typedDay } from '../../shared/typed-day.js';
import { typedText } from '../../shared/typed-text.js';
import { typedOr } from './typed.js';

interface ConsultationFormProps {
  readonly viewer: Viewer;
  readonly sections: readonly Section[];
  /** Null for a new one. */
  readonly saved: ConsultationPage | null;
  readonly requestId: string;
  readonly typed: unknown;
}

const RULES = [
  { value: 'none', label: 'たずねない' },
  { value: 'optional', label: '書いても書かなくてもよい' },
  { value: 'required', label: '必ず書いてもらう' },
];

/** What a consultation says before it is published. */
export function ConsultationFormPage({ viewer, sections, saved, requestId, typed }: ConsultationFormProps) {
  const kept = saved?.consultation;
  const value = (name: string, before: string | undefined): string => typedOr(typed, name, before ?? '');
  return (
    <Form
      action={viewer.url(kept ? `staff/voices/consultations/${kept.id}/edit` : 'staff/voices/consultations/new')}
      upload
      {...(kept ? { version: kept.version } : { once: requestId })}
    >
      <TextField
        name="title"
        label="件名"
        required
        value={value('title', kept?.title)}
        hint="例：まちづくり基本条例（案）"
      />
      <TextArea
        name="about"
        label="内容の説明"
        required
        rows={10}
        value={value('about', kept?.about)}
        hint={PLAIN_TEXT_HINT}
      />
      <FileField
        name="files"
        label="案の文書"
        accept=".pdf"
        multiple
        hint="PDFを添えてください。公開までに1つ以上要ります。"
      />
      {saved && saved.files.length > 0 && (
        <Checkboxes
          name="takeOff"
          label="外す文書"
          options={saved.files.map(({ sha256, name }) => ({ value: sha256, label: name }))}
        />
      )}
      <TextArea
        name="parts"
        label="案の箇所"
        rows={6}
        hint="意見を書く人が選べるように、章や条の名前を1行に1つ書きます。なくてもかまいません。"
        value={value('parts', kept?.parts.join('\n'))}
      />
      <TextArea
        name="commenters"
        label="意見を出せる人"
        required
        rows={3}
        value={value('commenters', kept?.commenters)}
      />
      <Select
        name="sectionId"
        label="担当の課"
        required
        value={value('sectionId', kept?.sectionId)}
        options={sections.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField name="opens" label="募集の始まり" required value={value('opens', kept && formatEra(kept.opens))} />
      <DateField name="closes" label="募集の終わり" required value={value('closes', kept && formatEra(kept.closes))} />
      <DateField
        name="resultBy"
        label="結果を公表する予定の日"
        value={value('resultBy', kept?.resultBy ? formatEra(kept.resultBy) : '')}
      />
      <Radios name="nameRule" label="氏名" required value={value('nameRule', kept?.nameRule)} options={RULES} />
      <Radios
        name="addressRule"
        label="住所"
        required
        value={value('addressRule', kept?.addressRule)}
        options={RULES}
      />
      <ButtonRow>
        <Button>下書きを保存する</Button>
      </ButtonRow>
    </Form>
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A consultation as it was typed. Throws DomainError with faults at the fields. */
export function contentIn(body: unknown): ConsultationContent {
  const sectionId = typedText(body, 'sectionId');
  if (!UUID.test(sectionId))
    throw DomainError.invalid([{ pointer: 'sectionId', code: 'consultations.section-missing' }]);
  return {
    title: typedText(body, 'title').trim(),
    about: typedText(body, 'about').trim(),
    parts: typedText(body, 'parts')
      .split('\n')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    commenters: typedText(body, 'commenters').trim(),
    sectionId,
    opens: typedDay(typedText(body, 'opens'), 'opens', '募集の始まり'),
    closes: typedDay(typedText(body, 'closes'), 'closes', '募集の終わり'),
    resultBy: optionalDay(typedText(body, 'resultBy'), 'resultBy', '結果を公表する予定の日'),
    nameRule: ruleIn(body, 'nameRule'),
    addressRule: ruleIn(body, 'addressRule'),
  };
}

function ruleIn(body: unknown, name: string): ContactRule {
  const rule = CONTACT_RULES.find((each) => each === typedText(body, name));
  if (!rule) throw DomainError.invalid([{ pointer: name, code: 'consultations.rule-missing' }]);
  return rule;
}
