import { randomUUID } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import {
  pointField,
  readLine,
  type ApplicationDraft,
  type ParkedText,
  type SectionName,
} from '../../applications/index.js';
import { formatEra, dayInJapan, timeInJapan } from '../../kernel/local-date.js';
import {
  Button,
  ButtonRow,
  Checkbox,
  Form,
  Hidden,
  Notice,
  Prose,
  Steps,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { SaveOnEnter } from '../shared/save-on-enter.js';
import { applicationPath, SECTION_WORDS, sectionWords } from './application-words.js';

interface SectionFormProps {
  readonly viewer: Viewer;
  readonly applicationId: string;
  readonly name: SectionName;
  readonly version: number;
  readonly children: ComponentChildren;
}

/** The frame of every section: its place in the journey, autosave, and the same two buttons. */
export function SectionForm({ viewer, applicationId, name, version, children }: SectionFormProps) {
  const action = viewer.url(applicationPath(applicationId, name));
  return (
    <>
      <SectionSteps name={name} />
      <Form action={action} version={version} autosave={action}>
        <Hidden name="page" value={randomUUID()} />
        <SaveOnEnter />
        {children}
        <ButtonRow>
          <Button name="act" value="next">
            保存して次へ
          </Button>
          <Button kind="secondary" name="act" value="back">
            保存して一覧に戻る
          </Button>
        </ButtonRow>
      </Form>
    </>
  );
}

export function SectionSteps({ name }: { name: SectionName }) {
  const current = SECTION_WORDS.findIndex((section) => section.name === name) + 1;
  return <Steps current={current} total={SECTION_WORDS.length + 1} label={sectionWords(name).title} />;
}

interface PointsHereProps {
  readonly draft: ApplicationDraft;
  readonly section: SectionName;
  readonly pointer: string;
}

/** The points of the return at this place, each with the field for its answer. */
export function PointsHere({ draft: { points, pointAnswers, sections }, section, pointer }: PointsHereProps) {
  return (
    <>
      {points
        .filter((point) => point.pointer === pointer)
        .map((point) => (
          <div class="point" key={point.id}>
            <Notice tone="warning" title={`担当課からの指摘（${point.label}）`}>
              <Prose text={point.text} />
            </Notice>
            <TextArea
              name={`pointAnswers[${point.id}]`}
              label="この指摘への回答"
              hint="内容を直したときは、空欄のままでもかまいません。"
              rows={2}
              value={pointAnswers[point.id]}
            />
            <ParkedHere parked={sections[section].parked} field={pointField(point.id)} label="指摘への回答" />
          </div>
        ))}
    </>
  );
}

interface ParkedHereProps {
  readonly parked: readonly ParkedText[];
  readonly field: string;
  readonly label: string;
  /** Puts a budget line in words. */
  readonly inWords?: (text: string) => string;
}

/** What another officer typed here at the same time: nothing is thrown away before someone has read it. */
export function ParkedHere({ parked, field, label, inWords = (text) => text }: ParkedHereProps) {
  const here = parked.filter((text) => text.field === field);
  if (here.length === 0) return null;
  return (
    <div class="parked">
      {here.map(({ by, at, text }) => (
        <Notice tone="warning" title={`${by}さんが同時に入力した内容（${label}）`} key={by + at}>
          <Prose text={text === null ? '（この行を削除）' : inWords(text)} />
          <p class="hint">
            {formatEra(dayInJapan(new Date(at)))} {timeInJapan(new Date(at))}。必要な部分を上の欄に写してください。
          </p>
        </Notice>
      ))}
      <Checkbox name={`settled[${field}]`} label="確かめたので、この表示を消す" />
    </div>
  );
}

/** A parked budget line in words. */
export function lineInWords(
  categories: readonly { readonly id: string; readonly label: string }[],
  text: string,
): string {
  const { category, amount, remark } = readLine('line', text);
  const label = categories.find(({ id }) => id === category)?.label ?? '（科目なし）';
  return `${label}　${amount}円　${remark}`.trim();
}
