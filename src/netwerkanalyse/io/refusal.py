"""How reading and writing say no: one error, in the reader's language, with what to do about it."""

from netwerkanalyse.errors import UnreadableError
from netwerkanalyse.model.problem import Problem


def refusal(lang: str, code: str, **details: object) -> UnreadableError:
    """Make the error that refuses a file.

    Parameters
    ----------
    lang
        Language of the message.
    code
        Code of the problem; its texts stand under ``problems.<code>``.
    **details
        What the texts need, such as the name of the file.

    Returns
    -------
    error
        The error, to be raised by the caller.

    Examples
    --------
    >>> print(refusal("en", "no_such_file", name="net.xlsx"))
    There is no file or folder 'net.xlsx'. Check the name and the folder.
    """
    return UnreadableError(Problem(code, details=details).sentence(lang))
