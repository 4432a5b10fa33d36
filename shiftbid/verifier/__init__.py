"""The second opinion: reads published files only and imports nothing of shiftbid."""

from shiftbid.verifier.finding import Kind, UnreadableRecord, Verification, VerifierFinding
from shiftbid.verifier.verification import verify

__all__ = ["Kind", "UnreadableRecord", "Verification", "VerifierFinding", "verify"]
