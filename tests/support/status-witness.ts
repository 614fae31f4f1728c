import { type TestDatabase, withOwner } from './database.ts'

type Change = { table: string; from: string; to: string }

/** Writes down, in the database itself, every change of a status, by whatever statement it was made. */
export async function witnessStatuses({ pool, ownerUrl }: TestDatabase, tables: ReadonlyArray<string>) {
  await withOwner(ownerUrl, async (owner) => {
    await owner.query(`
      CREATE TABLE status_change (of_table text, old_status text, new_status text);
      GRANT SELECT, DELETE ON status_change TO shop_app;
      CREATE FUNCTION note_status() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN INSERT INTO status_change VALUES (TG_TABLE_NAME, OLD.status, NEW.status); RETURN NULL; END $$`)
    for (const table of tables) {
      await owner.query(`CREATE TRIGGER note_status AFTER UPDATE OF status ON ${table} FOR EACH ROW
        WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION note_status()`)
    }
  })
  return {
    forget: async () => void (await pool.query('DELETE FROM status_change')),
    async listChanges(): Promise<Array<Change>> {
      const { rows } = await pool.query<Change>(
        'SELECT DISTINCT of_table AS table, old_status AS from, new_status AS to FROM status_change',
      )
      return rows
    },
  }
}
