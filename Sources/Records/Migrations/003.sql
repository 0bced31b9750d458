-- Which way a host leans when a table is proposed: steps of four sliders, 0 being neither.
CREATE TABLE leaning (
  party_id TEXT PRIMARY KEY REFERENCES party (id) ON DELETE CASCADE,
  -- From depth to breadth.
  breadth INTEGER NOT NULL CHECK (breadth BETWEEN -2 AND 2),
  -- From strangers to people who have met.
  acquaintance INTEGER NOT NULL CHECK (acquaintance BETWEEN -2 AND 2),
  -- From colleagues to a mix of organisations.
  mixture INTEGER NOT NULL CHECK (mixture BETWEEN -2 AND 2),
  -- From equals to a mix of seniorities.
  generations INTEGER NOT NULL CHECK (generations BETWEEN -2 AND 2)
);
