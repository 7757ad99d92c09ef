import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search by parts of words: Japanese has no blanks between words, and PostgreSQL uses no trigram index below row-level
 * security (its operators are not leakproof). Equality of text is, so every pair of characters is a row of its own.
 */
export class CaseSearch1790000182000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Widths, capitals, kana and blanks do not matter: ﾉｿﾞﾐ, のぞみ and ノゾミ are the same.
      CREATE FUNCTION search_text(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT translate(
          regexp_replace(lower(normalize(written, NFKC)), '[ \\t\\u3000]', '', 'g'),
          'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
          'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ')
      $$;

      -- Each pair of characters once; a line break parts what stands in different fields.
      CREATE FUNCTION search_terms(folded text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT DISTINCT substr(folded, n, 2) FROM generate_series(1, length(folded) - 1) n
         WHERE strpos(substr(folded, n, 2), E'\\n') = 0
      $$;

      -- The order in which cases began, which is the order of what a search finds.
      ALTER TABLE cases ADD COLUMN place bigint GENERATED ALWAYS AS IDENTITY;
      ALTER TABLE cases ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (
        search_text(organization_name || E'\\n' || title || E'\\n' || coalesce(received_number, ''))) STORED;
      CREATE UNIQUE INDEX cases_place ON cases (municipality_id, place);

      CREATE TABLE case_terms (
        municipality_id text NOT NULL,
        term text NOT NULL,
        place bigint NOT NULL,
        PRIMARY KEY (municipality_id, term, place),
        FOREIGN KEY (municipality_id, place) REFERENCES cases (municipality_id, place) ON DELETE CASCADE
      );
      ALTER TABLE cases NO FORCE ROW LEVEL SECURITY;
      INSERT INTO case_terms SELECT municipality_id, term, place FROM cases CROSS JOIN search_terms(search_text) term;
      ALTER TABLE cases FORCE ROW LEVEL SECURITY;
      CALL protect_tenant_table('case_terms');

      CREATE FUNCTION keep_case_terms() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        old_text text := CASE WHEN TG_OP = 'UPDATE' THEN OLD.search_text ELSE '' END;
      BEGIN
        DELETE FROM case_terms kept
         WHERE kept.municipality_id = NEW.municipality_id AND kept.place = NEW.place
           AND kept.term IN (SELECT search_terms(old_text) EXCEPT SELECT search_terms(NEW.search_text));
        INSERT INTO case_terms (municipality_id, term, place)
        SELECT NEW.municipality_id, term, NEW.place
          FROM (SELECT search_terms(NEW.search_text) EXCEPT SELECT search_terms(old_text)) fresh (term);
        RETURN NULL;
      END $$;
      CREATE TRIGGER case_began AFTER INSERT ON cases FOR EACH ROW EXECUTE FUNCTION keep_case_terms();
      CREATE TRIGGER case_renamed AFTER UPDATE ON cases FOR EACH ROW
        WHEN (OLD.search_text IS DISTINCT FROM NEW.search_text) EXECUTE FUNCTION keep_case_terms();

      -- The figures above the queue: what is settled is not counted, however much of it there is.
      DROP INDEX cases_counted;
      CREATE INDEX cases_counted ON cases (municipality_id, waiting_for) WHERE waiting_for <> 'nobody';
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
