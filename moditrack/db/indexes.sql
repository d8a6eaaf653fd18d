-- Indexes for queries by year, operation, agency or document, and for references to an id. They
-- are created after loading, which is faster than updating them row by row.
CREATE INDEX document_force ON document (force, date);
CREATE INDEX agency_parent ON agency (parent);
CREATE INDEX operation_parent ON operation (parent);
CREATE INDEX figure_measure ON figure (measure);
CREATE INDEX figure_operation ON figure (operation);
CREATE INDEX figure_agency ON figure (agency);
CREATE INDEX figure_document ON figure (document, position);
CREATE INDEX figure_table ON figure (document, table_name, cell);
CREATE INDEX figure_short ON figure (substr(figure, instr(figure, ':') + 1));
CREATE INDEX figure_period ON figure (period_label, document, position)
    WHERE measure = 'outcome-offences' AND cell = 'cell';
CREATE INDEX figure_year ON figure (iif(length(period_label) = 4, CAST(period_label AS INTEGER), NULL),
    document, position) WHERE measure = 'outcome-offences' AND cell = 'cell';
CREATE INDEX name_operation ON name (operation);
CREATE INDEX name_agency ON name (agency, operation);
CREATE INDEX statement_operation ON statement (operation);
CREATE INDEX statement_agency ON statement (agency);
CREATE INDEX statement_value ON statement (value, property);
CREATE INDEX responsibility_agency ON responsibility (agency);
CREATE INDEX responsibility_operation ON responsibility (operation);
CREATE INDEX responsibility_strand_strand ON responsibility_strand (strand);
CREATE INDEX event_operation ON event (operation);
CREATE INDEX event_agency ON event (agency);
CREATE INDEX event_latest ON event (latest);
CREATE INDEX part_operation ON part (operation);
CREATE INDEX definition_term ON definition (term);
CREATE INDEX commitment_operation ON commitment (operation);
CREATE INDEX commitment_document ON commitment (document);
CREATE INDEX commitment_agency_agency ON commitment_agency (agency);
CREATE INDEX reference_operation ON reference (operation);
CREATE INDEX check_short ON check_result (substr(check_id, instr(check_id, ':') + 1));
CREATE INDEX check_source_document ON check_source (document, locator);
CREATE INDEX followup_commitment ON followup (commitment);
CREATE INDEX finding_check_finding ON finding_check (finding);
CREATE INDEX check_subject_figure ON check_subject (figure);
CREATE INDEX check_subject_operation ON check_subject (operation);
CREATE INDEX check_subject_agency ON check_subject (agency);
CREATE INDEX summary_comparison_document ON summary_comparison (document);
