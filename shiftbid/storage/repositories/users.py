"""People who may sign in, and failed attempts by name."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, or_, select, update

from shiftbid.domain.account import Role, SignInFailures, User, name_key
from shiftbid.domain.errors import InputError
from shiftbid.storage.bulk import RowValues
from shiftbid.storage.tables.accounts import SignInFailureRow, UserRow
from shiftbid.storage.tables.staff import EmployeeRow
from shiftbid.storage.writing import take_turn_to_write


class SqlUserRepository:
    """`shiftbid.services.user_port.UserRepository` over SQL."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, user: User) -> None:
        """Add a user; InputError where the id or name is taken or the employee is unknown."""
        take_turn_to_write(self._connection)
        taken = or_(UserRow.id == user.id, UserRow.name_key == name_key(user.name))
        if self._connection.scalars(select(UserRow.id).where(taken)).first() is not None:
            raise InputError(f"user {user.name}", ["there is a user of this name or id already: choose another name"])
        self._refuse_unknown_employee(user)
        self._connection.execute(insert(UserRow).values(**_columns(user)))

    def change(self, user: User) -> None:
        """Replace a known user; InputError where the name is another's or the user or employee is unknown."""
        take_turn_to_write(self._connection)
        names = {row.id: row.name_key for row in self._connection.execute(select(UserRow.id, UserRow.name_key))}
        if user.id not in names:
            raise InputError(f"user {user.name}", ["is not known: add the user first"])
        if any(other != user.id and key == name_key(user.name) for other, key in names.items()):
            raise InputError(f"user {user.name}", ["there is another user of this name: choose another name"])
        self._refuse_unknown_employee(user)
        self._connection.execute(update(UserRow).where(UserRow.id == user.id).values(**_columns(user)))

    def by_name(self, name: str) -> User | None:
        """Give the user of a name, or None."""
        row = self._connection.execute(
            select(UserRow.id, UserRow.name, UserRow.role, UserRow.employee_id, UserRow.pin_hash).where(
                UserRow.name_key == name_key(name)
            )
        ).one_or_none()
        if row is None:
            return None
        user, written_name, role, employee, pin_hash = row
        return User(user, written_name, Role(role), employee, pin_hash)

    def any(self) -> bool:
        """Whether there is a user at all."""
        return self._connection.scalars(select(UserRow.id).limit(1)).first() is not None

    def all(self) -> tuple[User, ...]:
        """Every user, in order of id."""
        rows = self._connection.execute(
            select(UserRow.id, UserRow.name, UserRow.role, UserRow.employee_id, UserRow.pin_hash).order_by(UserRow.id)
        )
        return tuple(User(user, name, Role(role), employee, pin) for user, name, role, employee, pin in rows)

    def failures(self, name: str) -> SignInFailures | None:
        """Failed attempts in a row under a name, or None."""
        row = self._connection.execute(
            select(SignInFailureRow.failures, SignInFailureRow.last_at).where(
                SignInFailureRow.name_key == name_key(name)
            )
        ).one_or_none()
        return None if row is None else SignInFailures(row.failures, row.last_at)

    def note_failures(self, name: str, failures: SignInFailures) -> None:
        """Put the failed attempts of a name on record, in place of what stood there."""
        self.clear_failures(name)
        self._connection.execute(
            insert(SignInFailureRow).values(name_key=name_key(name), failures=failures.count, last_at=failures.last_at)
        )

    def clear_failures(self, name: str) -> None:
        """Forget the failed attempts of a name."""
        take_turn_to_write(self._connection)
        self._connection.execute(delete(SignInFailureRow).where(SignInFailureRow.name_key == name_key(name)))

    def forget_failures_before(self, moment: int) -> None:
        """Forget failed attempts whose latest lies before an instant (UTC seconds)."""
        take_turn_to_write(self._connection)
        self._connection.execute(delete(SignInFailureRow).where(SignInFailureRow.last_at < moment))

    def _refuse_unknown_employee(self, user: User) -> None:
        if user.employee is None:
            return
        known = self._connection.scalars(select(EmployeeRow.id).where(EmployeeRow.id == user.employee)).first()
        if known is None:
            raise InputError(f"user {user.name}", [f"employee {user.employee} is on no staff list: add them first"])


def _columns(user: User) -> RowValues:
    return {
        "id": user.id,
        "name": user.name,
        "name_key": name_key(user.name),
        "role": user.role.value,
        "employee_id": user.employee,
        "pin_hash": user.pin_hash,
    }
