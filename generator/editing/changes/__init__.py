"""What changes for citizens between two versions of the catalogue: data in, sentences out."""
