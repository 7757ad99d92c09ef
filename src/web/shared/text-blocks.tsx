import { textBlocks, textParts } from '../../kernel/text-blocks.js';

interface PlainTextProps {
  readonly text: string;
  /** Of the headings inside the text. */
  readonly level?: 2 | 3 | 4 | undefined;
}

/** What staff typed, with its headings, paragraphs and lists; addresses in it become links. */
export function PlainText({ text, level = 3 }: PlainTextProps) {
  const Heading = `h${String(level)}` as 'h2' | 'h3' | 'h4';
  return (
    <div class="plain-text">
      {textBlocks(text).map((block, index) => {
        if (block.kind === 'heading') return <Heading key={index}>{block.text}</Heading>;
        if (block.kind === 'paragraph') {
          return (
            <p class="prose" key={index}>
              <Linked text={block.text} />
            </p>
          );
        }
        const items = block.items.map((item, number) => (
          <li key={number}>
            <Linked text={item} />
          </li>
        ));
        return block.numbered ? <ol key={index}>{items}</ol> : <ul key={index}>{items}</ul>;
      })}
    </div>
  );
}

const Linked = ({ text }: { text: string }) => (
  <>
    {textParts(text).map(({ text: part, href }, index) =>
      href === undefined ? (
        part
      ) : (
        <a href={href} rel="noopener" key={index}>
          {part}
        </a>
      ),
    )}
  </>
);

/** How a text is typed, beside each field that takes one. */
export const PLAIN_TEXT_HINT =
  '行の始めの「■」は見出し、「・」は箇条書き、「1．」は番号付きになります。段落は空行で分けます。';
