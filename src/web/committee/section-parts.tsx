import { randomUUID } from 'node:crypto';
import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { pointField, type ApplicationDraft } from '../../applications/index.js';
import { readAnswer, sectionNamed, type ParkedText, type SectionName, type Question } from '../../forms/index.js';
import { formatEra, dayInJapan, timeInJapan } from '../../kernel/local-date.js';
import {
  Button,
  ButtonRow,
  Checkbox,
  fieldId,
  Form,
  Hidden,
  Notice,
  Prose,
  Steps,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { BeingEntered } from '../shared/paper.js';
import { SaveOnEnter } from '../shared/save-on-enter.js';
import { sectionUrl, sectionsOf, sectionWords } from './application-words.js';

interface SectionFormProps {
  readonly viewer: Viewer;
  readonly draft: ApplicationDraft;
  readonly name: SectionName;
  /** Files may be among what is sent. */
  readonly upload?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** Where the section that is being drawn is sent. */
export const SectionAddress = createContext('');

/** Who writes in it. */
export const Writer = createContext('');

/** The frame of every section: its place in the journey, autosave, and the same two buttons. */
export function SectionForm({ viewer, draft, name, upload, children }: SectionFormProps) {
  const { application, document, sections } = draft;
  const action = sectionUrl(viewer, application.id, name);
  const journey = sectionsOf(document);
  const current = journey.findIndex((section) => section.name === name) + 1;
  return (
    <>
      <Steps current={current} total={journey.length + 1} label={sectionWords(document, name).title} />
      {viewer.desk === 'staff' && <BeingEntered draft={draft} />}
      <Form action={action} version={sectionNamed(sections, name).version} autosave={action} upload={upload}>
        <Hidden name="page" value={randomUUID()} />
        <Hidden name="edition" value={application.programVersionId} />
        <SaveOnEnter />
        <SectionAddress.Provider value={action}>
          <Writer.Provider value={viewer.actor.name}>{children}</Writer.Provider>
        </SectionAddress.Provider>
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

interface StayButtonProps {
  readonly act: string;
  /** The name of the field, or of the part of the page, that stands in sight again when the answer comes. */
  readonly place: string;
  readonly kind?: 'secondary' | 'quiet' | undefined;
  readonly children: ComponentChildren;
}

/** A button that saves and leads back to where it was pressed, so that nobody looks for their place on a long page. */
export const StayButton = ({ act, place, kind = 'quiet', children }: StayButtonProps) => (
  <Button kind={kind} small name="act" value={act} formAction={`${useContext(SectionAddress)}#${fieldId(place)}`}>
    {children}
  </Button>
);

/** The part to which a `StayButton` below a table leads back: what was added stands above it. */
export const BelowTable = ({ place, children }: { place: string; children: ComponentChildren }) => (
  <div class="below-table" id={fieldId(place)}>
    {children}
  </div>
);

/** What is written in sections, whoever's it is: an application, or the amendment of a decided one. */
export type WrittenDraft = Pick<ApplicationDraft, 'document' | 'sections' | 'points' | 'pointAnswers' | 'changes'>;

interface PointsHereProps {
  readonly draft: WrittenDraft;
  readonly section: SectionName;
  readonly pointer: string;
}

/** The points of the return at this place or inside it, each with the field for its answer. */
export function PointsHere({ draft: { points, pointAnswers, changes, sections }, section, pointer }: PointsHereProps) {
  return (
    <>
      {points
        .filter((point) => point.pointer === pointer || point.pointer.startsWith(`${pointer}.`))
        .map((point) => (
          <div class="point" key={point.id}>
            <Notice tone="warning" title={`担当課からの指摘（${point.label}）`}>
              <Prose text={point.text} />
            </Notice>
            <TextArea
              name={`pointAnswers[${point.id}]`}
              label="この指摘への回答"
              hint="内容を直したときは、空欄のままでもかまいません。"
              required={!changes.some((change) => change.pointer === point.pointer)}
              rows={2}
              value={pointAnswers[point.id]}
            />
            <ParkedHere
              parked={sectionNamed(sections, section).parked}
              field={pointField(point.id)}
              label="指摘への回答"
            />
          </div>
        ))}
    </>
  );
}

interface ParkedHereProps {
  readonly parked: readonly ParkedText[];
  readonly field: string;
  readonly label: string;
  /** Puts what is kept in the field in words. */
  readonly inWords?: (text: string) => string;
}

/** What another officer typed here at the same time: nothing is thrown away before someone has read it. */
export function ParkedHere({ parked, field, label, inWords = (text) => text }: ParkedHereProps) {
  const here = parked.filter((text) => text.field === field);
  const writer = useContext(Writer);
  if (here.length === 0) return null;
  return (
    <div class="parked">
      {here.map(({ by, at, text }) => (
        <Notice
          tone="warning"
          title={`${by === writer ? 'あなた' : `${by}さん`}が同時に入力した内容（${label}）`}
          key={by + at}
        >
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

/** A parked answer, or row of a table, in words. */
export const answerInWords = (question: Question, field: string, text: string): string =>
  question.kind === 'file' ? text : readAnswer(question, new Map([[field, text]])).words;
