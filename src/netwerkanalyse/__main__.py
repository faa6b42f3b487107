"""``python -m netwerkanalyse``: the program, where its own name is not on the path."""

from netwerkanalyse.cli.main import main

if __name__ == "__main__":
    main()
